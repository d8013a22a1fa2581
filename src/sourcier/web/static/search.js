// Search as you type: the server answers with a piece of HTML; without scripts the form itself does.
"use strict";

(() => {
  const form = document.querySelector("form.search");
  if (!form) return;
  const field = form.querySelector("input");
  const list = document.createElement("div");
  list.className = "typed";
  list.id = "typed";
  list.hidden = true;
  const status = document.createElement("p");
  status.className = "hidden";
  status.setAttribute("role", "status");
  form.append(list, status);
  field.setAttribute("aria-controls", "typed");
  let timer = 0;
  let asked = null;

  async function ask() {
    asked?.abort();
    const words = field.value.trim();
    if (words.length < 2) {
      list.hidden = true;
      status.textContent = "";
      return;
    }
    asked = new AbortController();
    try {
      const answer = await fetch(`${form.dataset.typed}?q=${encodeURIComponent(words)}`, { signal: asked.signal });
      if (!answer.ok) return;
      // The piece is made by our own server, which escapes every word of an article.
      list.innerHTML = await answer.text();
      list.hidden = !list.childElementCount;
      status.textContent = list.querySelector("[data-said]")?.dataset.said ?? "";
    } catch (error) {
      if (error.name !== "AbortError") list.hidden = true;
    }
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 150);
  });
  form.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "Escape") {
      list.hidden = true;
      field.focus();
    } else if (event.key === "ArrowDown" && links.length && !list.hidden) {
      event.preventDefault();
      links[(at + 1) % links.length].focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      event.preventDefault();
      if (at === 0) field.focus();
      else links[at - 1].focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (!form.contains(event.target)) list.hidden = true;
  });
})();
