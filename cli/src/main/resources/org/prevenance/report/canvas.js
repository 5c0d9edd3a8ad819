// What charts are drawn on: SVG in the width that there is.

function canvas(box, height, said) {
  const width = Math.max(300, box.clientWidth || 720);
  const svg = drawn("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": said });
  box.replaceChildren(svg);
  return { svg, width, height };
}

function niceStep(rough) {
  const ten = 10 ** Math.floor(Math.log10(Math.max(1e-6, rough)));
  return [1, 2, 5, 10].map(n => n * ten).find(n => n >= rough * 0.999);
}

/** Lines across at round values; returns where a value stands. */
function scaleUp(svg, most, area, format, least = 1) {
  const step = Math.max(least, niceStep(most / 4)),
    ceiling = Math.max(step, Math.ceil(most / step - 1e-9) * step);
  const y = value => area.bottom - (value / ceiling) * (area.bottom - area.top);
  for (let value = 0; value <= ceiling + step / 1000; value += step) {
    svg.append(
      drawn("line", { class: "rule", x1: area.left, x2: area.right, y1: y(value), y2: y(value) }),
      drawn("text", { x: area.left - 8, y: y(value) + 4, "text-anchor": "end" }, format(value)),
    );
  }
  return y;
}
