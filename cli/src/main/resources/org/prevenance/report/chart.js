// Cases over time: a bar for each month, quarter or year, drawn as SVG, and the same numbers as a table.

function bucketName(row) {
  const year = Math.floor(row.start / 12),
    month = row.start % 12;
  if (buckets.grain === 12) return String(year);
  if (buckets.grain === 3) return say.quarter + (month / 3 + 1) + " " + year;
  return formats.month.format(Date.UTC(year, month));
}

function drawChart() {
  byId("chart-figure").hidden = !buckets;
  if (!buckets) return;
  const rows = buckets.rows,
    box = byId("chart");
  byId("chart-title").textContent = say.chartTitle[buckets.grain];
  const width = Math.max(280, box.clientWidth || 720),
    height = 250,
    left = 34,
    bottom = 42,
    top = 10;
  const most = Math.max(...rows.map(row => row.total)),
    step = niceStep(most / 4);
  const ceiling = Math.ceil(most / step) * step,
    high = height - bottom - top;
  const y = value => top + high - (value / ceiling) * high,
    slot = (width - left) / rows.length;
  const bar = Math.min(slot * (slot > 8 ? 0.76 : 0.9), 40);
  const svg = drawn("svg", {
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: "img",
    "aria-label": chartSaid(rows, most),
  });
  for (let value = 0; value <= ceiling; value += step) {
    svg.append(
      drawn("line", { class: "rule", x1: left, x2: width, y1: y(value), y2: y(value) }),
      drawn("text", { x: left - 8, y: y(value) + 4, "text-anchor": "end" }, whole(value)),
    );
  }
  rows.forEach((row, i) => {
    const group = drawn("g", null, drawn("title", null, bucketName(row) + "\n" + counted(row.total, say.caseCount)));
    const x = left + i * slot + (slot - bar) / 2;
    group.append(drawn("rect", { class: "whole-slot", x: left + i * slot, y: top, width: slot, height: high }));
    let below = 0;
    row.counts.forEach((count, series) => {
      if (!count) return;
      const tall = y(below) - y(below + count);
      group.append(
        drawn("rect", {
          class: "bar s" + series,
          "data-series": series,
          x,
          width: bar,
          y: y(below + count),
          height: Math.max(0.5, tall - (tall > 3 ? 1 : 0)),
        }),
      );
      below += count;
    });
    svg.append(group);
  });
  drawTimes(svg, rows, left, slot, height - bottom);
  box.replaceChildren(svg);
  lightUp();
}

function drawTimes(svg, rows, left, slot, base) {
  const every = [1, 2, 3, 4, 6, 12].find(n => n * slot >= 40) || 12;
  let lastYear = -Infinity;
  rows.forEach((row, i) => {
    const month = row.start % 12,
      year = Math.floor(row.start / 12),
      x = left + i * slot;
    if (buckets.grain < 12 && (month / buckets.grain) % every === 0 && every < 12) {
      const name =
        buckets.grain === 3 ? say.quarter + (month / 3 + 1) : formats.shortMonth.format(Date.UTC(year, month));
      svg.append(drawn("text", { x: x + slot / 2, y: base + 17, "text-anchor": "middle" }, name));
    }
    if ((month === 0 || i === 0) && x - lastYear > 40) {
      lastYear = x;
      svg.append(
        drawn("line", { class: "tick", x1: x, x2: x, y1: base + 22, y2: base + 38 }),
        drawn("text", { class: "year", x: x + 5, y: base + 36 }, String(year)),
      );
    }
  });
}

const chartSaid = (rows, most) =>
  say.chartSaid(
    counted(cases.length, say.caseCount),
    bucketName(rows[0]),
    bucketName(rows[rows.length - 1]),
    whole(most),
    bucketName(rows.find(row => row.total === most)),
  );

function niceStep(rough) {
  const ten = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  return [1, 2, 5, 10].map(n => n * ten).find(n => n >= rough);
}

/** The chosen trouble keeps its colour, the others fade. */
function lightUp() {
  const chosen = view.trouble === "" ? "" : String(Math.min(Number(view.trouble), MOST_COLOURS));
  for (const bar of document.querySelectorAll(".bar"))
    bar.classList.toggle("faded", chosen !== "" && bar.dataset.series !== chosen);
  for (const row of document.querySelectorAll("[data-trouble]"))
    row.classList.toggle("chosen", row.dataset.trouble === view.trouble);
}

function drawChartTable() {
  if (!buckets) return;
  const names = troubles.slice(0, MOST_COLOURS).map((_, i) => title(i));
  if (troubles.length > MOST_COLOURS) names.push(say.others);
  byId("chart-table").replaceChildren(
    element(
      "thead",
      null,
      element("tr", null, ...[say.time, ...names, say.total].map(name => element("th", { scope: "col" }, name))),
    ),
    element(
      "tbody",
      null,
      ...buckets.rows.map(row =>
        element(
          "tr",
          null,
          element("th", { scope: "row" }, bucketName(row)),
          ...[...row.counts, row.total].map(count => element("td", { class: "number" }, whole(count))),
        ),
      ),
    ),
  );
}
