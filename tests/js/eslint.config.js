/** What the theme's JavaScript may not do, for `make lint-js`. */

import js from "@eslint/js";

const SINKS = ["innerHTML", "outerHTML", "srcdoc", "insertAdjacentHTML", "setHTMLUnsafe"];
const BROWSER = [
  ...["addEventListener", "Blob", "clearTimeout", "console", "CSS", "customElements", "document"],
  ...["ErrorEvent", "Element", "fetch", "history", "HTMLElement", "HTMLFormElement"],
  ...["HTMLAnchorElement", "HTMLInputElement", "HTMLOptionElement", "HTMLSelectElement"],
  ...["HTMLTableCellElement", "HTMLTemplateElement", "IntersectionObserver"],
  ...["Intl", "localStorage", "location", "matchMedia", "navigator", "NodeFilter"],
  ...["performance", "print", "scrollTo", "scrollY", "self", "setTimeout", "TextDecoder", "TextEncoder", "URL"],
  ...["URLSearchParams", "window", "Worker"],
];

export default [
  js.configs.recommended,
  {
    languageOptions: {
      ecmaVersion: 2024,
      sourceType: "module",
      globals: Object.fromEntries(BROWSER.map((name) => [name, "readonly"])),
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "consistent-return": "error",
      curly: ["error", "multi-line"],
      eqeqeq: "error",
      "no-alert": "error",
      "no-console": "error",
      "no-eval": "error",
      "no-implicit-coercion": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-param-reassign": "error",
      "no-restricted-properties": ["error", ...SINKS.map((property) => ({ property }))],
      "no-script-url": "error",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "error",
    },
  },
];
