package org.prevenance.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The part of the event vocabulary that this world speaks, written down a second time so that the writer cannot be
/// wrong alone. A declaration is `name:type`, with `*` where required.
final class Vocabulary {
    private static final Map<String, List<String>> TYPES = new TreeMap<>(Map.ofEntries(
            type(
                    "customer.registered",
                    "customer",
                    "since*:date birthYear:whole language:text city:text lat:number lon:number"),
            type("preference.declared", "customer", "channel:text quiet:bool needsCare:bool"),
            type("consent.given", "(customer|agent)", "purpose*:text method*:text noticeVersion:text"),
            type("consent.withdrawn", "customer", "purpose*:text method*:text noticeVersion:text"),
            type(
                    "contract.started",
                    "contract",
                    "customerId*:text product*:text offerId:text monthly:money commitmentEnds:date tariff:text"),
            type("contract.changed", "contract", "monthly:money offerId:text tariff:text reason:text"),
            type("contract.ended", "contract", "reason:text"),
            type("bill.issued", "contract", "bill*:text amount*:money from*:date to*:date estimated:bool lines:lines"),
            type("bill.paid", "contract", "bill:text amount*:money"),
            type("refund.issued", "contract", "bill:text amount*:money"),
            type(
                    "contact.received",
                    "customer",
                    "contact*:text channel*:text text:text topic:text product:text contractId:text pointId:text"
                            + " announcedSeconds:whole"),
            type("contact.answered", "customer", "contact*:text waitSeconds*:whole agentId:text pointId:text"),
            type("contact.closed", "customer", "contact*:text solved:bool transfers:whole minutes:whole"),
            type("complaint.filed", "customer", "about*:text contractId:text journeyId:text channel:text text:text"),
            type("contact.abandoned", "customer", "contact*:text waitSeconds*:whole"),
            type("device.installed", "device", "contractId*:text model:text category:text"),
            type("equipment.returned", "device", "contractId*:text pointId:text reason:text"),
            type("device.usage", "device", "bytes:whole kwh:number litres:whole from:time to:time"),
            type(
                    "device.reported",
                    "device",
                    "uptimeSeconds:whole restarts:whole errors:whole celsius:number targetCelsius:number"
                            + " doorSeconds:whole on:bool occupied:bool brightness:whole watts:whole"
                            + " vibration:number rpm:whole batteryPercent:whole toolMinutes:whole torqueNm:number"),
            type("case.closed", "contract", "caseId*:text outcome*:text useful:bool"),
            type("device.asked", "device", "need*:text"),
            type("device.removed", "device", "contractId:text reason:text"),
            type("platform.silent", "source", "what:text"),
            type("platform.back", "source", "what:text"),
            type(
                    "offer.published",
                    "offer",
                    "channel*:text monthly:money price:money offPeakPrice:money product:text validFrom:date"),
            type("offer.withdrawn", "offer", "channel*:text"),
            type("option.used", "contract", "product*:text"),
            type("campaign.planned", "campaign", "offerId*:text channel*:text kind*:text rules:group"),
            type("campaign.targeted", "campaign", "customerId*:text"),
            type("trip.planned", "trip", "operator*:text number*:text kind*:text line:text calls*:list"),
            type("trip.assigned", "trip", "vehicle*:text"),
            type("trip.called", "trip", "stop*:text arrived:time departed:time platform:text cancelled:bool"),
            type("forecast.arrival", "trip", "stop*:text arrival*:time minutes*:whole late15*:number model*:text"),
            type("forecast.platform", "trip", "stop*:text platform*:text probability*:number model*:text"),
            type("stop.described", "stop", "platform*:text meet:text meetMinutes:whole meetSpared:whole"),
            type("trip.expected", "trip", "stop*:text arrival:time departure:time platform:text"),
            type("weather.observed", "station", "celsius:number windKph:whole gustKph:whole precipMm:number"),
            type(
                    "journey.booked",
                    "journey",
                    "customerId*:text tripId*:text from*:text to*:text by:text price:money km:whole"),
            type("answer.published", "topic", "channel*:text text*:text sourceUrl:text figures:list"),
            type("process.published", "topic", "channel*:text steps*:list"),
            type("release.proposed", "release", "channel:text changes:list by:text"),
            type("release.approved", "release", "channel:text changes:list by:text"),
            type("release.applied", "release", "channel:text changes:list by:text"),
            type("point.opened", "point", "name*:text products*:list services*:list hours:text kind:text"),
            type("shift.started", "agent", "team:text"),
            type("shift.ended", "agent", "team:text"),
            type("handled", "agent", "contact:text minutes*:whole difficult:bool channel:text outsideShift:bool")));

    private Vocabulary() {}

    private static Map.Entry<String, List<String>> type(String name, String kind, String fields) {
        List<String> declared = new ArrayList<>(List.of(kind));
        declared.addAll(List.of(fields.split(" ")));
        return Map.entry(name, declared);
    }

    /// The types that a world speaks without its rail network.
    static Set<String> typesOfUsualSectors() {
        Set<String> types = new TreeSet<>(TYPES.keySet());
        types.removeAll(Set.of("trip.assigned", "trip.expected", "weather.observed"));
        return types;
    }

    /// What is wrong with this event; empty when nothing is.
    static List<String> faults(JsonObject event) {
        List<String> faults = new ArrayList<>();
        List<String> declared = TYPES.get(event.text("type"));
        if (declared == null) {
            return List.of("unknown type " + event.get("type"));
        }
        for (String name : List.of("id", "source", "specversion", "time", "recordedtime", "subject")) {
            check(event.find(name).orElse(0) instanceof String, "no " + name, faults);
        }
        check(event.text("subject").matches(declared.getFirst() + "/[A-Za-z0-9-]+"), "subject", faults);
        check(
                !Instant.parse(event.text("recordedtime")).isBefore(Instant.parse(event.text("time"))),
                "known before it happened",
                faults);
        data(event.object("data").members(), declared.subList(1, declared.size()), faults);
        return faults;
    }

    private static void data(Map<String, Object> data, List<String> fields, List<String> faults) {
        Map<String, Object> left = new TreeMap<>(data);
        left.remove("corrects");
        left.remove("retracts");
        for (String field : fields) {
            String name = field.substring(0, field.indexOf(':')).replace("*", "");
            Object value = left.remove(name);
            if (value == null) {
                check(!field.contains("*"), "missing " + name, faults);
            } else {
                check(fits(value, field.substring(field.indexOf(':') + 1)), "wrong " + name + ": " + value, faults);
            }
        }
        check(left.isEmpty(), "undeclared " + left.keySet(), faults);
    }

    private static boolean fits(Object value, String type) {
        return switch (type) {
            case "text" -> value instanceof String text && !text.isBlank();
            case "whole" -> value instanceof Long number && number >= 0;
            case "number" -> value instanceof Number;
            case "bool" -> value instanceof Boolean;
            case "date" ->
                value instanceof String text && LocalDate.parse(text).toString().equals(text);
            case "time" ->
                value instanceof String text && Instant.parse(text).toString().equals(text);
            case "money" -> money(value);
            case "group" -> value instanceof Map<?, ?> parts && !parts.isEmpty();
            case "list" -> value instanceof List<?> items && !items.isEmpty();
            case "lines" ->
                value instanceof List<?> lines
                        && !lines.isEmpty()
                        && lines.stream().allMatch(Vocabulary::line);
            default -> throw new IllegalArgumentException("The type (%s) is not known here.".formatted(type));
        };
    }

    private static boolean line(Object line) {
        return line instanceof Map<?, ?> parts
                && parts.get("label") instanceof String
                && parts.get("product") instanceof String
                && money(parts.get("amount"));
    }

    private static boolean money(@Nullable Object value) {
        return value instanceof Map<?, ?> parts
                && "EUR".equals(parts.get("currency"))
                && parts.get("amount") instanceof String amount
                && amount.matches("\\d+\\.\\d{2,4}");
    }

    private static void check(boolean right, String otherwise, List<String> faults) {
        if (!right) {
            faults.add(otherwise);
        }
    }
}
