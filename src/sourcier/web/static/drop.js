// Files, folders and archives dropped on the page; without scripts the form sends files that were chosen.
"use strict";

document.querySelectorAll("form[data-drop]").forEach((form) => {
  const [files, folder] = form.querySelectorAll('input[type="file"]');
  const said = form.querySelector("[data-said]");
  folder.disabled = false;
  folder.closest("[hidden]").hidden = false;

  /** All files below a dropped entry, each with its path. */
  async function walk(entry) {
    if (entry.isFile) {
      const file = await new Promise((done, failed) => entry.file(done, failed));
      return [[entry.fullPath.replace(/^\//, ""), file]];
    }
    const reader = entry.createReader();
    const found = [];
    for (;;) {
      const part = await new Promise((done, failed) => reader.readEntries(done, failed));
      if (!part.length) return found;
      for (const each of part) found.push(...(await walk(each)));
    }
  }

  async function send(named) {
    if (!named.length) {
      said.textContent = said.dataset.none;
      return;
    }
    said.textContent = said.dataset.sending;
    const body = new FormData();
    body.append("token", form.elements.token.value);
    for (const [name, file] of named) body.append("files", file, name);
    const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
    const words = await answer.text();
    if (answer.ok) location.assign(JSON.parse(words).location);
    else said.textContent = words.startsWith("{") ? JSON.parse(words).error : words;
  }

  const chosen = () => [...files.files, ...folder.files].map((file) => [file.webkitRelativePath || file.name, file]);

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(chosen()).catch((error) => (said.textContent = String(error)));
  });
  // Choosing only says how many; the button takes them in.
  for (const input of [files, folder])
    input.addEventListener("change", () => {
      const count = chosen().length;
      said.textContent = count === 1 ? said.dataset.one : count ? said.dataset.more.replace("2", count) : "";
    });
  // Anywhere on the page: a file that misses the field would else be opened in place of the page.
  for (const name of ["dragover", "dragenter"])
    document.addEventListener(name, (event) => {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      form.classList.add("over");
    });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) form.classList.remove("over");
  });
  document.addEventListener("drop", async (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    form.classList.remove("over");
    form.scrollIntoView({ block: "center" });
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    const named = entries.length
      ? (await Promise.all(entries.map(walk))).flat()
      : [...event.dataTransfer.files].map((file) => [file.name, file]);
    send(named).catch((error) => (said.textContent = String(error)));
  });
});
