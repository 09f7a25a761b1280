// Follows what `streekkaart watch` draws: what was drawn anew is fetched anew, without a look at
// anything else, so that the reader stays where he is.
"use strict";
(() => {
  let moment = document.currentScript.dataset.moment;
  let stream = null;
  const drawn = new Map(); // when, by the path

  const pathOf = (url) => new URL(url, location.href).pathname;

  // What it has shown once a browser asks for again only under another name.
  function renewPictures(part) {
    for (const picture of part.querySelectorAll("img, embed")) {
      const path = pathOf(picture.getAttribute("src")), url = path + "?" + drawn.get(path);
      if (drawn.has(path) && picture.getAttribute("src") !== url) picture.setAttribute("src", url);
    }
  }

  async function renewPage() {
    const answer = await fetch(location.pathname);
    if (!answer.ok) return;
    const next = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (window.gallery && next.documentElement.lang === document.documentElement.lang)
      window.gallery.renew(next.querySelector("main"), renewPictures);
    else location.reload();
  }

  async function follow(event) {
    moment = event.lastEventId;
    const paths = JSON.parse(event.data);
    if (paths === null) return location.reload(); // the page is from another run
    for (const path of paths) drawn.set(path, moment);
    if (paths.includes("/") || paths.includes(location.pathname)) await renewPage();
    renewPictures(document);
    window.gallery?.redraw((url) => paths.includes(pathOf(url)));
  }

  // A browser has few connections to spare: a page that nobody sees keeps none.
  function listen() {
    stream?.close();
    stream = null;
    if (document.hidden) return;
    stream = new EventSource("/.drawn?since=" + moment);
    stream.onmessage = follow;
  }

  document.addEventListener("visibilitychange", listen);
  listen();
})();
