"use strict";
// What a page does beyond links and forms: one side shows the other, keys, and parts that are fetched while something
// is going on. Without it every page works as well.

(function () {
  // Hovering or focusing an entry lights its words, and words their entries.
  const lit = (entries, on) => {
    for (const id of entries) {
      for (const one of document.querySelectorAll(`[data-of~="${CSS.escape(id)}"]`)) {
        one.classList.toggle("lit", on);
      }
    }
  };
  const entriesOf = (target) => {
    const found = target instanceof Element ? target.closest("[data-of]") : null;
    return found ? found.dataset.of.split(" ") : [];
  };
  for (const [come, go] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
    document.addEventListener(come, (event) => lit(entriesOf(event.target), true));
    document.addEventListener(go, (event) => lit(entriesOf(event.target), false));
  }
  // Who comes from a citation sees at once which words were cited.
  const cited = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target) {
      for (let around = target.closest("details"); around; around = around.parentElement.closest("details")) {
        around.open = true;
      }
      if (target.dataset.of) {
        lit(target.dataset.of.split(" "), true);
      }
      target.scrollIntoView({ block: "center" });
    }
  };
  window.addEventListener("hashchange", cited);
  cited();

  // "/" goes to the search, j and k to the next entry and the one before.
  const step = (by) => {
    const entries = [...document.querySelectorAll(".entry, .beside > li, .versus")].filter((one) => one.checkVisibility());
    const here = entries.findIndex((one) => one.contains(document.activeElement));
    const next = entries[here < 0 ? (by > 0 ? 0 : entries.length - 1) : here + by];
    const inside = next && (next.querySelector("a, button, summary") || next);
    if (inside) {
      inside.focus();
      next.scrollIntoView({ block: "nearest" });
    }
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === "/") {
      const quick = document.getElementById("quick");
      if (quick) {
        event.preventDefault();
        quick.focus();
      }
    } else if (event.key === "j" || event.key === "k") {
      step(event.key === "j" ? 1 : -1);
    }
  });

  // An element with data-poll="seconds" is fetched anew from data-from, until what comes has no data-poll.
  const poll = (element) => {
    const seconds = Number(element.dataset.poll);
    if (!(seconds > 0)) {
      return;
    }
    setTimeout(async () => {
      try {
        const answer = await fetch(element.dataset.from, { headers: { "X-Verbale-Part": "1" } });
        const part = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(element.id);
        if (answer.ok && part) {
          element.replaceWith(part);
          poll(part);
          return;
        }
      } catch {
        // The server is busy or gone: ask again.
      }
      poll(element);
    }, seconds * 1000);
  };
  document.querySelectorAll("[data-poll]").forEach(poll);
})();
