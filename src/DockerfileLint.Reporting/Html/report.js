"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const severities = ["error", "warning", "info", "style"];
  const find = (id) => document.getElementById(id);

  // Everything that a linted file holds becomes text, never markup.
  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes ?? {})) {
      if (key === "class") element.className = value;
      else if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
      else element.setAttribute(key, value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  }

  const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;
  const range = (index) => (index.lower === index.upper ? `${index.lower}` : `${index.lower}–${index.upper}`);
  const place = (at) => `${at.path}:${at.line}:${at.column}`;

  // Rows are made when they come into sight, a block at a time.
  function createList(list, more, block, create) {
    let items = [];
    let shown = 0;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) append(block);
    }, { rootMargin: "800px" });
    more.addEventListener("click", () => append(block));

    function append(number) {
      const rows = document.createDocumentFragment();
      for (const end = Math.min(items.length, shown + number); shown < end; shown++) rows.append(create(items[shown]));
      list.append(rows);
      more.hidden = shown >= items.length;
      // An observer tells of changes only: asked again, it looks again.
      observer.unobserve(more);
      if (!more.hidden) observer.observe(more);
    }

    return {
      show(next) {
        items = next;
        shown = 0;
        list.replaceChildren();
        append(block);
      },
      showAll: (limit) => append(limit),
    };
  }

  const controls = new Map((data.audit?.controls ?? []).map((control) => [control.id, control]));
  const services = (data.audit?.projects ?? []).flatMap((project) =>
    project.services.map((service) => ({
      ...service,
      project,
      key: `${project.path}\n${service.name}`,
      text: `${service.name} ${service.image} ${project.path}`.toLowerCase(),
    }))
  );
  const findings = data.findings;
  for (const finding of findings) {
    finding.text = `${finding.rule} ${data.rules[finding.rule].name} ${finding.message} ${finding.help ?? ""} ${finding.path} ${finding.service ?? ""} ${finding.excerpt.join("")}`.toLowerCase();
  }

  function belongsTo(finding, service) {
    return service.project.kind === "dockerfile"
      ? finding.path === service.project.path
      : finding.service === service.name
        ? service.project.files.includes(finding.path)
        : finding.service === undefined && finding.path === service.image;
  }

  const serviceOf = new WeakMap();
  function createService(service) {
    const details = make("details", null,
      make("summary", null,
        make("span", { class: "index" }, range(service.index)),
        make("span", { class: "name" }, service.project.kind === "dockerfile" ? service.project.path : service.name),
        " ",
        make("span", { class: "faint place" }, service.project.kind === "dockerfile" ? "image" : `${place(service.place)} ${service.image}`)));
    details.addEventListener("toggle", () => fillService(details, service));
    serviceOf.set(details, service);
    return make("li", null, details);
  }

  function fillService(details, service) {
    if (details.dataset.filled) return;
    details.dataset.filled = "yes";
    const rows = service.controls.map((row) => {
      const control = controls.get(row.id);
      const lost = row.points
        ? row.points.lower === row.points.upper
          ? row.points.weight - row.points.lower
          : `${row.points.weight - row.points.upper}–${row.points.weight - row.points.lower}`
        : "";
      return make("tr", null,
        make("th", { scope: "row" }, control.title),
        make("td", { class: `state ${row.state}` }, row.state === "informs" ? "" : row.state),
        make("td", { class: "value" }, row.value),
        make("td", null, row.points ? `${lost} of ${row.points.weight}` : ""),
        make("td", null, row.rule ? createRule(row.rule) : ""),
        make("td", { class: "place" }, row.place ? place(row.place) : ""),
        make("td", null, row.remedy ?? ""));
    });
    details.append(make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": `Isolation matrix of ${service.name}` },
      make("table", null,
        make("thead", null, make("tr", null, ...["Control", "State", "Value", "Points lost", "Rule", "Place", "Remedy"].map((name) => make("th", { scope: "col" }, name)))),
        make("tbody", null, ...rows))));
  }

  function createRule(id) {
    return data.rules[id]
      ? make("button", { type: "button", "aria-haspopup": "dialog", onclick: () => showRule(id) }, id)
      : make("span", null, id);
  }

  function createExcerpt(finding) {
    const [before, marked, after] = finding.excerpt;
    return make("pre", { tabindex: "0", "aria-label": `Excerpt at line ${finding.line}` },
      make("code", null, `${finding.line} | ${before}`, make("mark", null, marked || " "), after));
  }

  function createPlaces(title, places) {
    return places.length === 0
      ? null
      : make("details", null,
          make("summary", null, title),
          make("ol", null, ...places.map((one) => make("li", { class: "place" }, `${place(one)} ${one.message}`))));
  }

  function createFinding(finding) {
    return make("li", null, make("article", { "aria-label": `${finding.severity} ${finding.rule}` },
      make("div", { class: "head" },
        make("span", { class: `severity ${finding.severity}` }, finding.severity),
        createRule(finding.rule),
        make("span", { class: "name" }, data.rules[finding.rule].name),
        make("span", { class: "faint place" }, place(finding)),
        finding.service === undefined ? null : make("span", { class: "faint" }, `service ${finding.service}`),
        finding.suppressed ? make("span", { class: "faint" }, "suppressed") : null),
      make("p", { class: "message" }, finding.message),
      createExcerpt(finding),
      finding.help === undefined ? null : make("p", { class: "message" }, make("strong", null, "Help: "), finding.help),
      createPlaces("How it comes about", finding.flow),
      createPlaces("Related places", finding.related)));
  }

  // The pages' Markdown: headings, paragraphs, lists, fences, tables as text; in lines code, links and emphasis.
  function appendInline(element, text) {
    const pattern = /`([^`]+)`|\[([^\]]+)\]\((https:\/\/[^)\s]+)\)|\*\*([^*]+)\*\*|\[([^\]]+)\]\([^)]*\)/g;
    let end = 0;
    for (const match of text.matchAll(pattern)) {
      element.append(text.slice(end, match.index));
      if (match[1] !== undefined) element.append(make("code", null, match[1]));
      else if (match[2] !== undefined) element.append(make("a", { href: match[3], rel: "noreferrer" }, match[2]));
      else if (match[4] !== undefined) element.append(make("strong", null, match[4]));
      else element.append(match[5]);
      end = match.index + match[0].length;
    }
    element.append(text.slice(end));
    return element;
  }

  function createPage(markdown) {
    const page = document.createDocumentFragment();
    let fence = null;
    let list = null;
    for (const line of markdown.split("\n")) {
      if (line.startsWith("```")) {
        if (fence === null) fence = [];
        else {
          page.append(make("pre", { tabindex: "0", "aria-label": "Example" }, make("code", null, fence.join("\n"))));
          fence = null;
        }
        list = null;
      } else if (fence !== null) {
        // A line of marks points to a finding for the tests.
        if (!/^\s*#[ ^<|]+[A-Z]{2}\d{4}$/.test(line)) fence.push(line);
      } else if (line.startsWith("- ")) {
        if (list === null) page.append(list = make("ul"));
        list.append(appendInline(make("li"), line.slice(2)));
      } else {
        list = null;
        // The first heading is the title of the dialog.
        if (line.startsWith("# ")) continue;
        if (line.startsWith("#")) page.append(make("h3", null, line.replace(/^#+\s*/, "")));
        else if (line.trim() !== "") page.append(appendInline(make("p"), line));
      }
    }
    return page;
  }

  const dialog = find("rule-page");
  function showRule(id) {
    const rule = data.rules[id];
    find("rule-title").textContent = `${id}: ${rule.title}`;
    find("rule-body").replaceChildren(createPage(rule.page));
    dialog.showModal();
    dialog.scrollTop = 0;
  }
  find("rule-close").addEventListener("click", () => dialog.close());

  const serviceList = createList(find("services"), find("more-services"), 100, createService);
  const findingList = createList(find("findings"), find("more-findings"), 50, createFinding);
  const filters = find("filters");

  function addOptions(id, options) {
    const select = find(id);
    for (const [value, text] of options) select.append(make("option", { value }, text));
  }

  addOptions("filter-service", services.map((service, i) => [i, service.project.kind === "dockerfile" ? service.project.path : services.length > 1 && data.audit.projects.length > 1 ? `${service.name} (${service.project.path})` : service.name]));
  const names = [...new Set(findings.map((finding) => finding.service).filter((name) => name !== undefined))].sort();
  if (services.length === 0) addOptions("filter-service", names.map((name) => [name, name]));
  addOptions("filter-severity", severities.filter((one) => findings.some((finding) => finding.severity === one)).map((one) => [one, one]));
  addOptions("filter-rule", [...new Set(findings.map((finding) => finding.rule))].sort().map((id) => [id, `${id} ${data.rules[id].name}`]));
  if (names.length === 0 && services.length === 0) find("filter-service").closest("label").hidden = true;

  function update() {
    const chosen = find("filter-service").value;
    const service = services[chosen];
    const severity = find("filter-severity").value;
    const rule = find("filter-rule").value;
    const words = find("filter-text").value.toLowerCase().split(/\s+/).filter((word) => word !== "");
    const hasWords = (item) => words.every((word) => item.text.includes(word));
    const isOfRule = (one) => one.controls.some((row) => row.rule === rule);
    const shownServices = services.filter((one) => (service === undefined || one === service) && hasWords(one) && (rule === "" || isOfRule(one)));
    const shownFindings = findings.filter((finding) =>
      (severity === "" || finding.severity === severity)
      && (rule === "" || finding.rule === rule)
      && (chosen === "" || (service === undefined ? finding.service === chosen : belongsTo(finding, service)))
      && hasWords(finding));
    serviceList.show(shownServices);
    findingList.show(shownFindings);
    find("services-count").textContent = `${shownServices.length} of ${services.length}`;
    find("findings-count").textContent = `${shownFindings.length} of ${count(findings.length, "finding")}`;
    find("status").textContent = `${services.length > 0 ? `${shownServices.length} services, ` : ""}${count(shownFindings.length, "finding")} shown`;
  }

  let pending = 0;
  filters.addEventListener("input", () => {
    clearTimeout(pending);
    pending = setTimeout(update, 120);
  });
  filters.addEventListener("reset", () => setTimeout(update));
  filters.addEventListener("submit", (event) => event.preventDefault());

  find("theme").addEventListener("click", () => {
    const root = document.documentElement;
    const isDark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = isDark ? "light" : "dark";
  });

  addEventListener("beforeprint", () => {
    // What is not on the page cannot be printed; beyond this number nobody reads paper.
    serviceList.showAll(2000);
    findingList.showAll(2000);
    for (const details of document.querySelectorAll("#services details")) {
      details.open = true;
      fillService(details, serviceOf.get(details));
    }
  });

  find("services-section").hidden = services.length === 0;
  find("undecided-section").hidden = !data.audit;
  for (const one of data.audit?.undecided ?? []) {
    find("undecided").append(make("li", null, make("strong", null, `${one.title}. `), one.decidedBy));
  }
  find("notifications-section").hidden = data.notifications.length === 0;
  for (const one of data.notifications) {
    find("notifications").append(make("li", null, make("span", { class: `severity ${one.severity}` }, one.severity), ` ${one.path ?? ""} ${one.message}`));
  }
  const projects = data.audit?.projects ?? [];
  find("summary").textContent = [
    projects.length > 0 ? `${count(projects.length, "project")}, lowest index ${range(data.lowest)}` : "",
    `${count(data.totals.findings, "finding")} in ${count(data.totals.files, "file")}`,
    ...severities.filter((one) => data.totals[one] > 0).map((one) => (one === "style" ? `${data.totals[one]} style` : count(data.totals[one], one))),
  ].filter((part) => part !== "").join(", ");
  update();
})();
