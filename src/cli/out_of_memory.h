#ifndef STREEKKAART_CLI_OUT_OF_MEMORY_H
#define STREEKKAART_CLI_OUT_OF_MEMORY_H

/* Ends the program for lack of memory or of a thread: removes what is unfinished, says what to do,
 * and leaves with exit status 3. For sk_memory_set_exhausted(); may be called in any thread, and
 * from within any library, so that nothing is tidied up that could ask for memory. */
_Noreturn void sk_out_of_memory(void);

#endif
