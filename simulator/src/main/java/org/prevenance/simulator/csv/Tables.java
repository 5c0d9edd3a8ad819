package org.prevenance.simulator.csv;

import static org.prevenance.simulator.csv.Column.bool;
import static org.prevenance.simulator.csv.Column.date;
import static org.prevenance.simulator.csv.Column.money;
import static org.prevenance.simulator.csv.Column.number;
import static org.prevenance.simulator.csv.Column.text;
import static org.prevenance.simulator.csv.Column.time;

import java.util.List;
import java.util.Map;

/// The exports that have their own columns. What no table holds goes to files whose columns are an event's.
final class Tables {
    static final List<Table> ALL = List.of(
            new Table(
                    "crm/clients.csv",
                    Style.OFFICE,
                    "customer",
                    Map.of("", "customer.registered"),
                    List.of(
                            date("Client depuis", "data.since"),
                            number("Année de naissance", "data.birthYear"),
                            text("Langue", "data.language"),
                            text("Ville", "data.city"),
                            number("Latitude", "data.lat"),
                            number("Longitude", "data.lon"))),
            new Table(
                    "crm/preferences.csv",
                    Style.OFFICE,
                    "customer",
                    Map.of("", "preference.declared"),
                    List.of(
                            text("Canal préféré", "data.channel"),
                            bool("Ne pas déranger", "data.quiet"),
                            bool("Attention particulière", "data.needsCare"))),
            new Table(
                    "crm/consentements.csv",
                    Style.OFFICE,
                    "customer",
                    Map.of("ACCORD", "consent.given", "RETRAIT", "consent.withdrawn"),
                    List.of(
                            text("Finalité", "data.purpose"),
                            text("Recueilli par", "data.method"),
                            text("Notice", "data.noticeVersion"))),
            new Table(
                    "crm/contrats.csv",
                    Style.OFFICE,
                    "contract",
                    Map.of("OUV", "contract.started", "MOD", "contract.changed", "FIN", "contract.ended"),
                    List.of(
                            text("Client", "data.customerId"),
                            text("Produit", "data.product"),
                            text("Code offre", "data.offerId"),
                            money("Mensualité", "data.monthly"),
                            date("Fin d'engagement", "data.commitmentEnds"),
                            text("Tarif", "data.tariff"),
                            text("Motif", "data.reason"))),
            new Table(
                    "crm/materiel.csv",
                    Style.OFFICE,
                    "device",
                    Map.of("POSE", "device.installed", "RETOUR", "equipment.returned"),
                    List.of(
                            text("Contrat", "data.contractId"),
                            text("Modèle", "data.model"),
                            text("Catégorie", "data.category"),
                            text("Point de vente", "data.pointId"),
                            text("Motif", "data.reason"))),
            new Table(
                    "facturation/factures.csv",
                    Style.OFFICE,
                    "contract",
                    Map.of("FAC", "bill.issued", "REG", "bill.paid", "AVO", "refund.issued"),
                    List.of(
                            text("Pièce", "data.bill"),
                            money("Montant TTC", "data.amount"),
                            date("Du", "data.from"),
                            date("Au", "data.to"),
                            bool("Estimée", "data.estimated"),
                            text("Libellé 1", "data.lines.0.label"),
                            money("Montant 1", "data.lines.0.amount"),
                            text("Produit 1", "data.lines.0.product"),
                            text("Libellé 2", "data.lines.1.label"),
                            money("Montant 2", "data.lines.1.amount"),
                            text("Produit 2", "data.lines.1.product"))),
            new Table(
                    "relation/appels.csv",
                    Style.OFFICE,
                    "customer",
                    Map.of(
                            "ENTRANT",
                            "contact.received",
                            "DECROCHE",
                            "contact.answered",
                            "ABANDON",
                            "contact.abandoned",
                            "CLOS",
                            "contact.closed"),
                    List.of(
                            text("Contact", "data.contact"),
                            text("Canal", "data.channel"),
                            text("Verbatim", "data.text"),
                            text("Sujet", "data.topic"),
                            text("Produit", "data.product"),
                            text("Contrat", "data.contractId"),
                            number("Attente (s)", "data.waitSeconds"),
                            number("Attente annoncée (s)", "data.announcedSeconds"),
                            text("Conseiller", "data.agentId"),
                            text("Point", "data.pointId"),
                            bool("Résolu", "data.solved"),
                            number("Transferts", "data.transfers"),
                            number("Durée (min)", "data.minutes"))),
            new Table(
                    "relation/reclamations.csv",
                    Style.OFFICE,
                    "customer",
                    Map.of("", "complaint.filed"),
                    List.of(
                            text("Objet", "data.about"),
                            text("Contrat", "data.contractId"),
                            text("Trajet", "data.journeyId"),
                            text("Canal", "data.channel"),
                            text("Verbatim", "data.text"))),
            new Table(
                    "plateformes/usage.csv",
                    Style.PLATFORM,
                    "device",
                    Map.of("", "device.usage"),
                    List.of(
                            number("bytes", "data.bytes"),
                            number("kwh", "data.kwh"),
                            number("litres", "data.litres"),
                            time("period_start", "data.from"),
                            time("period_end", "data.to"))),
            new Table(
                    "plateformes/etat.csv",
                    Style.PLATFORM,
                    "device",
                    Map.of("", "device.reported"),
                    List.of(
                            number("uptime_s", "data.uptimeSeconds"),
                            number("restarts", "data.restarts"),
                            number("errors", "data.errors"),
                            number("temp_c", "data.celsius"),
                            number("setpoint_c", "data.targetCelsius"),
                            number("door_s", "data.doorSeconds"),
                            number("vibration", "data.vibration"),
                            number("rpm", "data.rpm"),
                            number("torque", "data.torqueNm"),
                            number("tool_min", "data.toolMinutes"),
                            number("watts", "data.watts"),
                            number("brightness", "data.brightness"),
                            bool("on", "data.on"),
                            bool("occupied", "data.occupied"),
                            number("battery", "data.batteryPercent"))));

    private Tables() {}
}
