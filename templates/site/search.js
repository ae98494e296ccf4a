/* The search of the written site: all words of the question, the latest days first. It reads one
   month after the other, as scripts, because a page on a disk may not fetch files. */
"use strict";
(() => {
  const form = document.querySelector("form.search");
  const results = document.getElementById("results");
  const most = 50;
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const asked = (new URLSearchParams(location.search).get("q") || "").slice(0, 200);
  const words = fold(asked).match(/[\p{L}\p{N}]+/gu) || [];
  let found = 0;

  const element = (name, text, parent) => {
    const made = document.createElement(name);
    made.textContent = text;
    parent.append(made);
    return made;
  };
  const list = document.createElement("ul");
  list.className = "lines";

  const show = ([path, label, heading, text]) => {
    const item = element("li", "", list);
    const link = element("a", heading, item);
    link.href = path;
    link.className = "words";
    element("span", ` ${label}`, item).className = "of";
    if (text) {
      const at = Math.max(0, fold(text).indexOf(words[0]) - 80);
      const piece = text.slice(at, at + 240);
      element("p", (at ? "…" : "") + piece + (at + 240 < text.length ? "…" : ""), item);
    }
  };

  const matches = (row) => {
    const text = fold(row[2] + " " + row[3] + " " + row[1]);
    return words.every((word) => text.includes(word));
  };

  globalThis.briefingSearch = (rows) => {
    for (const row of rows) {
      if (found < most && matches(row)) {
        found += 1;
        show(row);
      }
    }
  };

  const load = (name) =>
    new Promise((done) => {
      const script = document.createElement("script");
      script.src = `search/${name}.js`;
      script.onload = script.onerror = done;
      document.head.append(script);
    });

  const search = async () => {
    for (const name of ["names", ...form.dataset.shards.split(" ")]) {
      if (name && found < most) await load(name);
    }
    results.replaceChildren();
    if (found) results.append(list);
    if (!found || found === most) {
      element("p", found ? form.dataset.more : form.dataset.none, results);
    }
  };

  form.hidden = false;
  form.elements.q.value = asked;
  if (words.length) search();
})();
