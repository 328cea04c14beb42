// Finds rules by all words of a query: ids first, then names and titles, then what their pages say.
const query = document.getElementById("query");
const count = document.getElementById("count");
const results = document.getElementById("results");
const all = document.getElementById("all");
const rules = [...all.querySelectorAll("tr[data-words]")].map((row) => {
  const [ids, prose] = row.dataset.words.toLowerCase().split("|", 2);
  return {
    row,
    id: row.querySelector("a").textContent.toLowerCase(),
    address: row.querySelector("a").href,
    title: row.textContent.toLowerCase(),
    ids: ids.trim().split(/\s+/),
    prose,
  };
});

function rate(rule, word) {
  if (rule.id === word || rule.ids.includes(word)) return 1000;
  if (rule.id.startsWith(word)) return 100;
  if (rule.title.includes(word)) return 10;
  return rule.ids.some((id) => id.includes(word)) || rule.prose.includes(word) ? 1 : 0;
}

function find() {
  const words = query.value.toLowerCase().split(/\s+/).filter(Boolean);
  return rules
    .map((rule) => ({ rule, rates: words.map((word) => rate(rule, word)) }))
    .filter(({ rates }) => rates.length > 0 && !rates.includes(0))
    .map(({ rule, rates }) => ({ rule, rate: rates.reduce((sum, rate) => sum + rate) }))
    .sort((one, other) => other.rate - one.rate)
    .map(({ rule }) => rule);
}

function show() {
  const isSearch = query.value.trim().length > 0;
  all.hidden = isSearch;
  results.hidden = !isSearch;
  const found = find();
  count.textContent = !isSearch ? "" : found.length === 1 ? "1 rule" : `${found.length || "No"} rules`;
  const table = document.createElement("table");
  table.className = "rules";
  table.append(all.querySelector("thead").cloneNode(true));
  const body = table.createTBody();
  body.append(...found.map((rule) => rule.row.cloneNode(true)));
  results.replaceChildren(...(found.length > 0 ? [table] : []));
}

document.getElementById("search").addEventListener("submit", (event) => {
  event.preventDefault();
  const [first] = find();
  if (first) location.href = first.address;
});
query.addEventListener("input", show);
addEventListener("keydown", (event) => {
  if (event.key === "/" && document.activeElement !== query && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    query.focus();
  }
});
query.value = new URLSearchParams(location.search).get("q") ?? query.value;
show();
