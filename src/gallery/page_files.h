/** The sources of the page, src/gallery/page/: the build puts them into the program, so that no
 * file that it needs can be missing. */
#ifndef STREEKKAART_GALLERY_PAGE_FILES_H
#define STREEKKAART_GALLERY_PAGE_FILES_H

/** index.html, with {blanks}: words by their key, and what gallery.c puts there. */
extern const char sk_gallery_html[];
extern const char sk_gallery_css[];
extern const char sk_gallery_js[];

#endif
