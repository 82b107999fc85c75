// Redeems a mail's link: not when the page is looked at, but when its button is pressed.
const main = document.querySelector("main");
const message = document.getElementById("message");
const redeem = document.getElementById("redeem");
const ask = document.getElementById("ask");
const password = document.getElementById("password");
const faults = document.getElementById("faults");

const token = new URLSearchParams(location.hash.slice(1)).get("token");
// Neither the address bar nor the history keeps the secret.
history.replaceState(null, "", location.pathname);

const WORDS = {
  "/auth/email/verify": "Done: this address is confirmed. You can close this page.",
  "/auth/password/reset": "Done: log in with your new password now.",
  "/auth/email/verification": "If this address has an account to be confirmed, a mail is on its way.",
  "/auth/password/forgot": "If this address has an account, a mail is on its way.",
};
const INCOMPLETE = {
  "/auth/email/verify": "This link is not complete.",
  "/auth/password/reset": "",
};

function say(text, kind) {
  message.textContent = text;
  message.className = kind;
  message.hidden = text === "";
  if (text !== "") {
    message.focus();
  }
}

function show(form) {
  redeem.hidden = form !== redeem;
  if (ask) {
    ask.hidden = form !== ask;
  }
}

async function post(call, body) {
  try {
    const response = await fetch(main.dataset.prefix + call, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      credentials: "omit",
    });
    return response.ok ? { ok: true } : await response.json();
  } catch {
    return { code: "unreachable" };
  }
}

function tellFaults(errors) {
  faults.replaceChildren(...errors.map((error) => {
    const item = document.createElement("li");
    item.textContent = error.detail;
    return item;
  }));
  password.setAttribute("aria-invalid", "true");
  password.focus();
}

function tell(call, answer) {
  if (answer.ok) {
    show(null);
    say(WORDS[call], "good");
  } else if (answer.code === "invalid_token") {
    show(ask);
    say("This link is not, or no longer, good. It may have been used or have run out.", "bad");
  } else if (answer.code === "email_taken") {
    show(null);
    say("Another account has this address by now.", "bad");
  } else if (answer.errors && password && call === main.dataset.call) {
    say("This password cannot be taken.", "bad");
    tellFaults(answer.errors);
  } else if (answer.errors) {
    say("This is not an e-mail address.", "bad");
  } else if (answer.status === 429) {
    say("That was too often. Wait a while and try again.", "bad");
  } else {
    say("This did not work. Try again in a moment.", "bad");
  }
}

async function submit(event, call, body) {
  event.preventDefault();
  const button = event.target.querySelector("button");
  button.disabled = true;
  faults?.replaceChildren();
  password?.removeAttribute("aria-invalid");
  tell(call, await post(call, body));
  button.disabled = false;
}

redeem.addEventListener("submit", (event) => {
  const body = password ? { token, password: password.value } : { token };
  submit(event, main.dataset.call, body);
});
ask?.addEventListener("submit", (event) => {
  submit(event, ask.dataset.call, { email: ask.elements.email.value });
});
document.getElementById("show")?.addEventListener("change", (event) => {
  password.type = event.target.checked ? "text" : "password";
});

if (token) {
  show(redeem);
} else {
  show(ask);
  say(INCOMPLETE[main.dataset.call], "bad");
}
