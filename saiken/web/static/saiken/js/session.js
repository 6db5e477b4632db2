// Warns two minutes before the session ends. Another page may have extended it, so the server is asked before anybody is disturbed.
// The button, or Alt+Shift+L, extends it; what is being typed stays as it is.
"use strict";

const SESSION_WARNING_SECONDS = 120;

function sessionNotice() {
  const notice = document.getElementById("session-notice");
  if (!notice) return;
  const form = notice.querySelector("[data-session-extend]");
  const text = notice.querySelector("[data-session-text]");
  let timer = 0;

  function say(name) {
    notice.hidden = false;
    text.setAttribute("role", "alert");
    text.textContent = notice.querySelector(`[data-session-${name}]`).content.textContent;
  }

  function wait(seconds) {
    clearTimeout(timer);
    if (seconds > SESSION_WARNING_SECONDS) notice.hidden = true;
    timer = setTimeout(ask, Math.max(1, seconds - SESSION_WARNING_SECONDS) * 1000);
  }

  async function ask() {
    const answer = await fetch(notice.dataset.sessionLeft, { headers: { Accept: "application/json" }, redirect: "manual" });
    const seconds = answer.ok ? (await answer.json()).seconds : 0;
    if (seconds > SESSION_WARNING_SECONDS) {
      wait(seconds);
      return;
    }
    if (seconds <= 0) {
      say("over");
      return;
    }
    if (notice.hidden) say("soon");
    timer = setTimeout(ask, (Math.min(seconds, SESSION_WARNING_SECONDS) + 1) * 1000);
  }

  async function extend(event) {
    event.preventDefault();
    const answer = await fetch(form.action, {
      method: "POST",
      body: new FormData(form),
      headers: { Accept: "application/json" },
      redirect: "manual",
    });
    if (answer.ok) {
      notice.hidden = true;
      wait((await answer.json()).seconds);
    } else {
      say("over");
    }
  }

  form.addEventListener("submit", extend);
  document.addEventListener("keydown", (event) => {
    if (event.altKey && event.shiftKey && event.code === "KeyL" && !notice.hidden) form.requestSubmit();
  });
  wait(Number(notice.dataset.sessionSeconds));
}

document.addEventListener("DOMContentLoaded", sessionNotice);
