// How figures, dates and facts are said, and how elements are made. Data becomes text only, never markup.

function speak(language) {
  view.language = language;
  say = WORDS[language];
  formats = {
    whole: new Intl.NumberFormat(say.locale),
    decimal: new Intl.NumberFormat(say.locale, { maximumFractionDigits: 2 }),
    exact: new Intl.NumberFormat(say.locale, { maximumFractionDigits: 6 }),
    date: new Intl.DateTimeFormat(say.locale, {
      timeZone: data.zone,
      day: "numeric",
      month: "long",
      year: "numeric",
    }),
    day: new Intl.DateTimeFormat(say.locale, { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" }),
    hour: new Intl.DateTimeFormat("en-GB", { timeZone: data.zone, hour: "2-digit", minute: "2-digit" }),
    month: new Intl.DateTimeFormat(say.locale, { timeZone: "UTC", month: "long", year: "numeric" }),
    shortMonth: new Intl.DateTimeFormat(say.locale, { timeZone: "UTC", month: "short" }),
    currency: new Map(),
    collator: new Intl.Collator(say.locale, { numeric: true }),
  };
}

const whole = number => formats.whole.format(number);
const counted = (number, noun) => whole(number) + "\u00a0" + noun(number);
const title = signal => data.signals[signal][view.language];
const oneOf = (words, name) => (words[name] ? words[name][view.language === "fr" ? 0 : 1] : name);

const firstSaid = text => (view.language === "fr" ? text.replace(/^1 /, "1er ") : text);
const date = time => firstSaid(formats.date.format(time));

function money(amount, currency) {
  if (currency === "points") return formats.decimal.format(amount) + "\u00a0" + say.points(amount);
  let format = formats.currency.get(currency);
  if (!format) {
    try {
      format = new Intl.NumberFormat(say.locale, {
        style: "currency",
        currency,
        minimumFractionDigits: 2,
        maximumFractionDigits: 2,
      });
    } catch {
      const plain = new Intl.NumberFormat(say.locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
      format = { format: number => plain.format(number) + "\u00a0" + currency };
    }
    formats.currency.set(currency, format);
  }
  return format.format(amount);
}

/** A day, with the hour where there is one. */
function moment(time) {
  const hour = formats.hour.format(time);
  return hour === "00:00" ? date(time) : date(time) + ", " + hour;
}

const stakesSaid = (stakes, which) => stakes.map(stake => money(Number(stake[which]), stake[2])).join(" + ");

/** What models foretold for this, and what was withheld, where any were asked. */
function drawForecasts() {
  const said = (data.forecasts || []).map(forecast => forecast.said[view.language]);
  byId("forecasts").hidden = !said.length;
  byId("forecasts").replaceChildren(
    ...said.flatMap(([head, ...reasons]) => [
      element("p", null, head),
      reasons.length ? element("ul", null, ...reasons.map(reason => element("li", null, reason))) : null,
    ].filter(Boolean)),
  );
}

function element(name, attributes, ...children) {
  return fill(document.createElement(name), attributes, children);
}

function drawn(name, attributes, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

function fill(node, attributes, children) {
  for (const [key, value] of Object.entries(attributes || {})) {
    if (typeof value === "function") node.addEventListener(key, value);
    else if (value !== null && value !== false) node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.filter(child => child !== null && child !== ""));
  return node;
}
