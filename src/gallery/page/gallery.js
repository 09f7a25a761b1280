// Filter, large view and keys of the gallery. Without it the page is a list of all figures.
"use strict";
(() => {
  const at = (id) => document.getElementById(id);
  const filter = at("filter"), found = at("found"), view = at("view"), title = at("title");
  const map = at("map"), paper = at("paper"), rows = at("rows");
  const pageTitle = document.title;

  // Letters without their accents, so that "Liege" finds "Liège".
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  const sources = new WeakMap(); // of the figures, as the page was written

  const readCards = () => [...document.querySelectorAll(".figure")].map((element) => {
    if (!sources.has(element)) sources.set(element, element.outerHTML);
    const group = element.closest("section");
    const lines = [...element.querySelectorAll(".rows li")];
    const head = group.querySelector("h2").textContent + " " + element.querySelector("h3").textContent;
    return {
      id: element.id, element, group, head: plain(head),
      link: element.querySelector(".open"), details: element.querySelector("details"),
      lines: lines.map((line) => ({ line, text: plain(line.textContent) })),
      text: plain(head + " " + (element.querySelector(".rows")?.textContent ?? "")),
    };
  });

  let cards = readCards();

  // --- the filter

  function search() {
    const wanted = plain(filter.value).split(/\s+/).filter(Boolean);
    const has = (text) => wanted.every((word) => text.includes(word));
    for (const card of cards) {
      card.element.hidden = !has(card.text);
      // What was found below the title is shown: else nobody knows why the figure is there.
      const tells = wanted.length > 0 && !card.element.hidden && !has(card.head);
      let hits = 0;
      for (const { line, text } of card.lines) {
        const hit = tells && wanted.some((word) => text.includes(word) && !card.head.includes(word));
        line.classList.toggle("hit", hit);
        hits += hit;
      }
      if (card.details) {
        card.details.open = hits > 0;
        card.details.classList.toggle("some", hits > 0);
      }
    }
    for (const { group } of cards) group.hidden = !group.querySelector(".figure:not([hidden])");
    found.textContent = found.dataset.text
      .replace("{count}", shown().length).replace("{total}", cards.length);
  }

  const shown = () => cards.filter((card) => !card.element.hidden);

  // --- the large view: which figure, the page's fragment says

  let current = null;

  function followFragment() {
    const id = decodeURIComponent(location.hash.slice(1));
    current = cards.find((card) => card.id === id) ?? null;
    if (current) show();
    else if (view.open) view.close();
  }

  function tell() {
    title.textContent = document.title = current.link.textContent;
    at("files").replaceChildren(
      ...[...current.element.querySelectorAll(".files")].map((files) => files.cloneNode(true)));
    const list = current.element.querySelector(".rows")?.cloneNode(true);
    rows.replaceChildren(...(list ? [list] : []));
    for (const row of rows.querySelectorAll("[data-feature]")) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...row.childNodes);
      row.replaceChildren(button);
    }
  }

  function show() {
    tell();
    rows.parentElement.scrollTop = 0;
    focused = undefined;
    zoom = 1;
    if (!view.open) view.showModal();
    drawPicture(current.element.querySelector("img")?.cloneNode());
    load(current.id);
  }

  function step(by) {
    const list = shown();
    if (list.length === 0) return;
    if (view.open) {
      const next = list[(list.indexOf(current) + by + list.length) % list.length];
      location.replace("#" + next.id);
    } else {
      const from = list.findIndex((card) => card.element.contains(document.activeElement));
      list[Math.max(0, Math.min(list.length - 1, from + by))].link.focus();
    }
  }

  view.addEventListener("close", () => {
    document.title = pageTitle;
    const left = current;
    current = null;
    if (location.hash) history.pushState(null, "", location.href.split("#")[0]);
    left?.link.focus();
  });

  // --- its picture: a page that was opened as a file may read no other but as a script

  const drawings = new Map();
  const fonts = document.head.appendChild(document.createElement("style"));
  const inside = paper.attachShadow({ mode: "open" });
  const looks = document.createElement("style");
  looks.textContent = `svg, img { display: block; width: 100%; height: auto; }
    [data-feature] { transition: opacity .15s; }
    .dim [data-feature]:not(.lit) { opacity: .2; }
    @media (prefers-reduced-motion: reduce) { [data-feature] { transition: none; } }`;

  window.galleryDrawing = (id, svg) => {
    drawings.set(id, svg);
    if (current?.id === id) drawMap();
  };

  const drawingUrl = (id) => "gallery/" + encodeURIComponent(id) + ".js";

  function load(id) {
    if (drawings.has(id)) return drawMap();
    map.setAttribute("aria-busy", "true");
    const script = document.createElement("script");
    script.src = drawingUrl(id);
    script.onload = script.onerror = () => script.remove();
    document.head.append(script);
  }

  function drawMap() {
    const parsed = new DOMParser().parseFromString(drawings.get(current.id), "image/svg+xml");
    const svg = document.importNode(parsed.documentElement, true);
    // A shadow knows no fonts but those of the page, which has others of the same name.
    const style = svg.querySelector("style");
    style.textContent = style.textContent.replace(/(font-family:)'[^']*'/g, "$1'gallery map'");
    svg.setAttribute("font-family", "'gallery map', " + svg.getAttribute("font-family"));
    fonts.textContent = (style.textContent.match(/@font-face\{[^}]*\}/g) ?? []).join("");
    // Its links between points and its own legend would leave the figure: here features light up.
    for (const link of svg.querySelectorAll("a")) link.replaceWith(...link.childNodes);
    for (const feature of svg.querySelectorAll("[data-feature]:is([data-role=marker], [data-role=zone], [data-role=link])"))
      feature.tabIndex = 0;
    map.removeAttribute("aria-busy");
    drawPicture(svg);
  }

  function drawPicture(picture) {
    inside.replaceChildren(looks, ...(picture ? [picture] : []));
    fit();
    light();
  }

  // --- zoom and pan: the map is as large as the zoom says, and scrolls

  let zoom = 1;

  function fit() {
    const picture = inside.querySelector("svg, img");
    if (!picture) return;
    const size = picture.viewBox?.baseVal ?? picture;
    const style = getComputedStyle(map), room = 2 * parseFloat(style.paddingLeft);
    const width = Math.min(map.clientWidth - room, (map.clientHeight - room) * size.width / size.height);
    paper.style.width = width * zoom + "px";
  }

  // What lies `x`, `y` from the map's corner stays there.
  function zoomTo(next, x = map.clientWidth / 2, y = map.clientHeight / 2) {
    const before = paper.getBoundingClientRect(), corner = map.getBoundingClientRect();
    const across = (corner.left + x - before.left) / before.width;
    const down = (corner.top + y - before.top) / before.height;
    zoom = Math.max(1, Math.min(16, next));
    fit();
    const after = paper.getBoundingClientRect();
    map.scrollBy(after.left + across * after.width - corner.left - x,
      after.top + down * after.height - corner.top - y);
  }

  map.addEventListener("wheel", (event) => {
    event.preventDefault();
    const corner = map.getBoundingClientRect();
    zoomTo(zoom * 1.0015 ** -event.deltaY, event.clientX - corner.left, event.clientY - corner.top);
  }, { passive: false });
  map.addEventListener("pointermove", (event) => {
    if (event.pointerType === "mouse" && event.buttons === 1) map.scrollBy(-event.movementX, -event.movementY);
  });
  addEventListener("resize", fit);

  // --- a feature on the map and its rows light up together

  let hovered, focused;

  const featureAt = (event) => event.target.closest?.("[data-feature]")?.dataset.feature;

  function light() {
    const id = hovered ?? focused;
    const picture = inside.querySelector("svg");
    const isLit = (element) => {
      const same = element.dataset.feature === id;
      element.classList.toggle("lit", same);
      return same;
    };
    picture?.classList.toggle("dim", [...picture.querySelectorAll("[data-feature]")].filter(isLit).length > 0);
    return [...rows.querySelectorAll("[data-feature]")].filter(isLit)[0];
  }

  // Of what happens on the map, its row is brought into sight.
  function lightBy(part) {
    const row = light();
    if (part === inside) row?.scrollIntoView({ block: "nearest" });
  }

  for (const part of [inside, rows]) {
    part.addEventListener("pointerover", (event) => {
      hovered = featureAt(event);
      lightBy(part);
    });
    part.addEventListener("focusin", (event) => {
      focused = featureAt(event);
      lightBy(part);
    });
    part.addEventListener("focusout", () => {
      focused = undefined;
      light();
    });
  }
  for (const part of [map, rows])
    part.addEventListener("pointerleave", () => {
      hovered = undefined;
      light();
    });

  // --- keys

  const keys = {
    ArrowLeft: () => step(-1),
    ArrowRight: () => step(1),
    "+": () => zoomTo(zoom * 1.5),
    "=": () => zoomTo(zoom * 1.5),
    "-": () => zoomTo(zoom / 1.5),
    0: () => zoomTo(1),
    Escape: () => view.close(),
    "/": () => {
      current = null;
      if (view.open) view.close();
      filter.focus();
      filter.select();
    },
  };

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey && event.key.startsWith("Arrow")) return;
    if (event.target === filter) {
      if (event.key !== "Escape") return;
      filter.value = "";
      search();
    } else if (keys[event.key] && (event.key !== "Escape" || view.open)) keys[event.key]();
    else return;
    event.preventDefault();
  });
  for (const button of view.querySelectorAll("[data-key]"))
    button.addEventListener("click", () => keys[button.dataset.key]());

  // --- for who shows the page while figures are drawn (src/cli/serve/page/follow.js)

  window.gallery = {
    // Takes over what is new in the `main` of the page as it is by now, once `prepare` had it.
    renew(main, prepare) {
      const before = new Map(cards.map(({ element }) => [sources.get(element), element]));
      const figures = [...main.querySelectorAll(".figure")];
      const changed = figures.filter((figure) => !before.has(figure.outerHTML));
      if (changed.length === 0 && figures.length === cards.length) return;
      for (const figure of figures) {
        const old = before.get(figure.outerHTML);
        if (old) figure.replaceWith(old);
        else sources.set(figure, figure.outerHTML);
      }
      prepare(main);
      document.querySelector("main").replaceWith(main);
      cards = readCards();
      begin();
      if (!current) return;
      current = cards.find((card) => card.id === current.id) ?? null;
      if (current) tell();
      else view.close();
      light();
    },
    // Has the drawings that `isNew` for their URL fetched anew, and shows the current one in place.
    redraw(isNew) {
      for (const id of drawings.keys()) if (isNew(drawingUrl(id))) drawings.delete(id);
      if (current && isNew(drawingUrl(current.id))) load(current.id);
    },
  };

  // --- the beginning

  function begin() {
    for (const card of cards) card.link.href = "#" + card.id;
    search();
  }

  filter.form.hidden = false;
  filter.form.addEventListener("submit", (event) => event.preventDefault());
  filter.addEventListener("input", search);
  addEventListener("hashchange", followFragment);
  addEventListener("popstate", followFragment);
  begin();
  followFragment();
})();
