#include "preflight/marks.h"

void sk_marks_begin(sk_marks *marks, sk_mark mark) {
    if (marks->count < SK_MARKS_MOST) marks->open[marks->count] = mark;
    marks->count++;
}

void sk_marks_end(sk_marks *marks) {
    if (marks->count > 0) marks->count--;
}

sk_mark sk_marks_now(const sk_marks *marks) {
    for (size_t i = marks->count < SK_MARKS_MOST ? marks->count : SK_MARKS_MOST; i-- > 0;)
        if (marks->open[i] != SK_MARK_OTHER) return marks->open[i];
    return SK_MARK_OTHER;
}

bool sk_marks_may_begin(const sk_marks *marks, sk_mark mark) {
    sk_mark now = sk_marks_now(marks);
    return mark == SK_MARK_OTHER || now == SK_MARK_OTHER || now == mark;
}
