// The charts, drawn as SVG in the width that there is. Each has its numbers beside it as a table.

function drawMonths(rows, total) {
  const box = byId("months");
  byId("months-figure").hidden = !rows.length;
  if (!rows.length) return;
  const name = row => formats.month.format(Date.UTC(Math.floor(row.start / 12), row.start % 12));
  const { svg, width } = canvas(box, 250, say.monthsSaid(whole(total), name(rows[0]), name(rows[rows.length - 1])));
  const area = { left: 40, right: width, top: 10, bottom: 208 };
  const sums = rows.map(row => row.counts.reduce((a, b) => a + b, 0));
  const y = scaleUp(svg, Math.max(...sums, 1), area, whole);
  const slot = (area.right - area.left) / rows.length,
    bar = Math.min(slot * 0.76, 40);
  rows.forEach((row, i) => {
    const lines = FATES.map((fate, f) => (row.counts[f] ? `${say[fate]} : ${whole(row.counts[f])}` : "")).filter(Boolean);
    const group = drawn("g", null, drawn("title", null, [name(row), ...lines].join("\n")));
    group.append(
      drawn("rect", { class: "whole-slot", x: area.left + i * slot, y: area.top, width: slot, height: area.bottom - area.top }),
    );
    let below = 0;
    row.counts.forEach((count, f) => {
      if (!count) return;
      const tall = y(below) - y(below + count);
      group.append(
        drawn("rect", {
          class: "bar fate-" + FATES[f],
          x: area.left + i * slot + (slot - bar) / 2,
          width: bar,
          y: y(below + count),
          height: Math.max(0.5, tall - (tall > 3 ? 1 : 0)),
        }),
      );
      below += count;
    });
    svg.append(group);
  });
  const every = [1, 2, 3, 4, 6, 12, 24].find(n => n * slot >= 44) || 48;
  rows.forEach((row, i) => {
    const x = area.left + i * slot;
    if (row.start % every === 0)
      svg.append(
        drawn("text", { x: x + slot / 2, y: 225, "text-anchor": "middle" }, formats.shortMonth.format(Date.UTC(2000, row.start % 12))),
      );
    if (row.start % 12 === 0 || i === 0)
      svg.append(drawn("text", { class: "strong", x: x + 2, y: 245 }, String(Math.floor(row.start / 12))));
  });
}

function drawLeads(counted_, live) {
  const box = byId("leads");
  byId("leads-figure").hidden = !counted_;
  if (!counted_) return;
  const { rows, step } = counted_;
  const middle = live.estimates["lead-50"];
  const { svg, width } = canvas(
    box,
    290,
    say.leadsSaid(whole(counted_.leads), middle ? daysSaid(middle.value) : "–", whole(counted_.late)),
  );
  const area = { left: 40, right: width - 8, top: 46, bottom: 236 };
  const y = scaleUp(svg, Math.max(...rows.map(row => row.early + row.late), 1), area, whole);
  const slot = (area.right - area.left) / rows.length,
    bar = Math.min(slot * 0.86, 64);
  const x = days => area.left + ((days - rows[0].from) / step) * slot;
  rows.forEach((row, i) => {
    const group = drawn("g", null, drawn("title", null, `${leadRange(row, step)}\n${counted(row.early + row.late, say.caseCount)}`));
    const place = { x: area.left + i * slot + (slot - bar) / 2, width: bar };
    group.append(
      drawn("rect", { class: "whole-slot", x: area.left + i * slot, y: area.top, width: slot, height: area.bottom - area.top }),
    );
    if (row.early)
      group.append(drawn("rect", { class: "bar fate-confirmed", ...place, y: y(row.early), height: y(0) - y(row.early) }));
    if (row.late)
      group.append(
        drawn("rect", { class: "bar fate-too-late", ...place, y: y(row.early + row.late), height: y(row.early) - y(row.early + row.late) }),
      );
    svg.append(group);
  });
  const every = [1, 2, 3, 5, 10].find(n => n * slot >= 38) || 20;
  const zero = rows.findIndex(row => row.from === 0);
  rows.forEach((row, i) => {
    if ((i - zero) % every === 0)
      svg.append(drawn("text", { x: x(row.from), y: 254, "text-anchor": "middle" }, whole(row.from)));
  });
  svg.append(drawn("text", { x: area.right, y: 282, "text-anchor": "end" }, say.leads));
  if (zero > 0) svg.append(drawn("line", { class: "edge", x1: x(0), x2: x(0), y1: area.top, y2: area.bottom }));
  const labels = [];
  for (const [key, text, cls] of [
    ["lead-50", say.medianShort, "middle"],
    ["lead-10", "10" + percentSign(), "edge"],
    ["lead-90", "90" + percentSign(), "edge"],
  ]) {
    const estimate = live.estimates[key];
    if (!estimate) continue;
    const at = Math.min(x(estimate.value), area.right - 1);
    svg.append(drawn("line", { class: cls, x1: at, x2: at, y1: area.top - 6, y2: area.bottom }));
    const near = labels.some(other => Math.abs(other - at) < 74);
    labels.push(at);
    const end = at > area.right - 60 ? "end" : at < area.left + 50 ? "start" : "middle";
    svg.append(
      drawn("text", { class: "strong", x: at, y: near ? 14 : 32, "text-anchor": end }, `${text} ${decimal(estimate.value, 0)}`),
    );
  }
}

const leadRange = (row, step) =>
  (step === 1 ? whole(row.from) : `${whole(row.from)}${say.to}${whole(row.from + step - 1)}`) + " " + say.days(2);

/** For each signal, two dots joined by a line: live, and with the future visible. */
function drawFuture(rows) {
  const panels = [
    { key: "recall", name: say.foreseen, scale: 100, most: 100, unit: percentSign() },
    { key: "lead-50", name: say.medianLead, scale: 1, most: 0, unit: "" },
  ];
  const box = byId("future-chart");
  const wide = (box.clientWidth || 720) > 560;
  const line = 34,
    head = 48,
    tall = head + rows.length * line + 30;
  const { svg, width } = canvas(box, wide ? tall : tall * 2, say.future);
  const names = wide ? Math.min(230, width * 0.3) : 0;
  panels.forEach((panel, p) => {
    const left = wide ? names + (p * (width - names)) / 2 + 14 : 14,
      right = wide ? names + ((p + 1) * (width - names)) / 2 - 34 : width - 40,
      top = wide ? 0 : p * tall;
    const values = rows.flatMap(row => [row.live, row.future].map(each => each.estimates[panel.key])).filter(Boolean);
    const most = panel.most || Math.max(1, ...values.map(each => each.value));
    const step = niceStep(most / 4),
      ceiling = Math.ceil(most / step - 1e-9) * step;
    const x = value => left + ((value * panel.scale) / ceiling) * (right - left);
    svg.append(drawn("text", { class: "strong", x: left, y: top + 16 }, panel.name));
    for (let value = 0; value <= ceiling; value += step) {
      const at = left + (value / ceiling) * (right - left);
      svg.append(
        drawn("line", { class: "rule", x1: at, x2: at, y1: top + head - 12, y2: top + head + rows.length * line }),
        drawn("text", { x: at, y: top + head + rows.length * line + 18, "text-anchor": "middle" }, whole(value) + panel.unit),
      );
    }
    rows.forEach((row, i) => {
      const at = top + head + i * line + (wide ? 12 : 20);
      if (p === 0 && wide) svg.append(drawn("text", { class: row.total ? "strong" : "", x: 0, y: at + 4 }, cut(row.title, names / 7)));
      if (!wide) svg.append(drawn("text", { class: row.total ? "strong" : "", x: left, y: at - 9 }, row.title));
      const live = row.live.estimates[panel.key],
        future = row.future.estimates[panel.key];
      const group = drawn(
        "g",
        null,
        drawn("title", null, `${row.title}\n${say.live} : ${estimateSaid(live, panel)}\n${say.seen} : ${estimateSaid(future, panel)}`),
      );
      if (live && future)
        group.append(drawn("line", { class: "between", x1: x(live.value), x2: x(future.value), y1: at, y2: at }));
      if (future) group.append(drawn("circle", { class: "dot-future", cx: x(future.value), cy: at, r: 7 }));
      if (live) group.append(drawn("circle", { class: "dot-live", cx: x(live.value), cy: at, r: 5 }));
      svg.append(group);
    });
  });
  const legend = [
    ["dot-live", say.live, 5],
    ["dot-future", say.seen, 7],
  ];
  let at = wide ? names + 14 : 14;
  byId("future-legend")?.remove();
  const key = drawn("svg", { id: "future-legend", width: 320, height: 26, "aria-hidden": "true" });
  at = 10;
  for (const [cls, text, r] of legend) {
    key.append(drawn("circle", { class: cls, cx: at, cy: 13, r }), drawn("text", { x: at + 14, y: 17 }, text));
    at += 40 + text.length * 8;
  }
  box.prepend(key);
}

const estimateSaid = (estimate, panel) =>
  estimate ? decimal(estimate.value * panel.scale, 0) + panel.unit : "–";
const cut = (text, most) => (text.length > most ? text.slice(0, Math.max(3, most - 1)) + "…" : text);

/** What is found and how early, against calls. */
function drawVariation(points, present) {
  const box = byId("vary-chart");
  const wide = (box.clientWidth || 720) > 640;
  const tall = 330;
  const { svg, width } = canvas(box, wide ? tall : tall * 2, say.varySaid);
  const panels = [
    { across: "calls", acrossName: say.callsAxis, up: "recall", name: say.foreseen, scale: 100, unit: percentSign(), most: 100 },
    { across: "idle-calls", acrossName: say.idleAxis, up: "lead-50", name: say.medianLead, scale: 1, unit: "", most: 0 },
  ];
  panels.forEach((panel, p) => {
    const shownPoints = points.filter(each => each.figures.estimates[panel.across] && each.figures.estimates[panel.up]);
    if (!shownPoints.length) return;
    const top = wide ? 0 : p * tall;
    const area = {
      left: wide ? (p * width) / 2 + 48 : 48,
      right: wide ? ((p + 1) * width) / 2 - 24 : width - 12,
      top: top + 40,
      bottom: top + 262,
    };
    const of = (each, key) => each.figures.estimates[key];
    const most = panel.most || Math.max(1, ...shownPoints.map(each => of(each, panel.up).high));
    svg.append(drawn("text", { class: "strong", x: area.left - 40, y: top + 18 }, panel.name));
    const y = scaleUp(svg, most, area, value => whole(value) + panel.unit);
    const across = shownPoints.map(each => of(each, panel.across).value);
    const wideness = Math.max(...across) - Math.min(...across) || Math.max(...across) || 1;
    const near = Math.max(0, Math.min(...across) - wideness * 0.25),
      far = Math.max(...across) + wideness * 0.3;
    const step = niceStep((far - near) / 4);
    const x = value => area.left + ((value - near) / (far - near)) * (area.right - area.left);
    const digits = Math.max(0, -Math.floor(Math.log10(step)));
    for (let value = Math.ceil(near / step) * step; value <= far; value += step)
      svg.append(drawn("text", { x: x(value), y: area.bottom + 20, "text-anchor": "middle" }, decimal(value, digits)));
    svg.append(
      drawn("text", { x: area.right, y: area.bottom + 42, "text-anchor": "end" }, panel.acrossName),
      drawn("polyline", {
        class: "curve",
        points: shownPoints
          .map(each => `${x(of(each, panel.across).value)},${y(of(each, panel.up).value * panel.scale)}`)
          .join(" "),
      }),
    );
    const placed = [];
    for (const each of shownPoints) {
      const cx = x(of(each, panel.across).value),
        up = of(each, panel.up),
        cy = y(up.value * panel.scale);
      const isPresent = each.value === present;
      const said = `${panel.name} ${decimal(up.value * panel.scale, 0)}${panel.unit}`;
      const label = each.value + (isPresent ? " ★" : "");
      let lift = cy - 12;
      while (placed.some(other => Math.abs(other.x - cx) < 9 * label.length && Math.abs(other.y - lift) < 14)) lift -= 15;
      if (lift < area.top + 10) {
        lift = cy + 22;
        while (placed.some(other => Math.abs(other.x - cx) < 9 * label.length && Math.abs(other.y - lift) < 14)) lift += 15;
      }
      placed.push({ x: cx, y: lift });
      svg.append(
        drawn("line", { class: "whisker", x1: cx, x2: cx, y1: y(up.low * panel.scale), y2: y(Math.min(up.high * panel.scale, most)) }),
        drawn(
          "circle",
          { class: "dot-live" + (isPresent ? " dot-present" : ""), cx, cy, r: 6 },
          drawn("title", null, say.varyPoint(each.value, decimal(of(each, "calls").value, 2), said)),
        ),
        drawn("text", { class: "strong", x: cx + 9, y: lift, "text-anchor": cx > area.right - 60 ? "end" : "start" }, label),
      );
    }
  });
}
