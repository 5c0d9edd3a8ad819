// The facts of events, in the words of the reader.

/** Facts come as plain text; days, instants, amounts and yes or no are said in the reader's language. */
function factSaid(text) {
  const parts = text.split(", ").map(valueSaid);
  return parts.includes(null) ? text : parts.join(view.language === "fr" ? " ; " : ", ");
}

/** One value in words; null for any other text. */
function valueSaid(text) {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return firstSaid(formats.day.format(Date.parse(text)));
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return moment(Date.parse(text));
  const amount = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(text);
  if (amount) return money(Number(amount[1]), amount[2]);
  const quantity = /^(-?\d+(?:\.\d+)?) ([a-z/-]+)$/.exec(text);
  if (quantity) return formats.exact.format(quantity[1]) + "\u00a0" + unitSaid(Number(quantity[1]), quantity[2]);
  return text === "true" ? say.yes : text === "false" ? say.no : null;
}

/** A unit as it is called after a number: in French the singular stands below two. */
function unitSaid(number, unit) {
  const names = data.units[unit];
  if (!names) return unit;
  const french = view.language === "fr";
  const one = french ? Math.abs(number) < 2 : Math.abs(number) === 1;
  return names[(french ? 0 : 2) + (one ? 0 : 1)];
}
