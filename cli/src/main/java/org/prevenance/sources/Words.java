package org.prevenance.sources;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The French and English words by which files call what the vocabulary declares. Words are without accents; several
/// words in one entry must all be there.
final class Words {
    private static final Map<String, List<String>> WORDS = new LinkedHashMap<>();

    static {
        put("customer", "client|customer|abonne|user|usager|insee client|household|foyer|patient|member|adherent");
        put("contract", "contrat|contract|abonnement|subscription|police|ligne|line|account|compte");
        put(
                "device",
                "device|compteur|meter|box|equipement|equipment|appareil|machine|pdl|prm|serial|serie|imei|capteur"
                        + "|sensor|household|foyer|logement|dwelling|modem|unit|engine");
        put("offer", "offre|offer|produit|product|article|sku|fuel|carburant|tarif|option");
        put("point", "point|agence|agency|branch|magasin|shop|boutique|station|structure|guichet");
        put("station", "station|origin|airport|site");
        put("agent", "agent|conseiller|adviser|advisor|operateur");
        put("topic", "topic|sujet|theme|intent|intention");
        put("id", "id|n|no|numero|number|num|ref|reference|uuid|key|identifiant|code");
        put("time", "date|time|timestamp|datetime|horodatage|jour|day|heure|instant|at|le");
        put("recordedtime", "recorded|saisie|enregistre|created|integration|import|sent to company");
        put("since", "since|inscription|souscription|depuis|debut|entree|signup");
        put("from", "from|debut|start|begin|du");
        put("to", "to|fin|end|au");
        put("bill", "facture|bill|invoice|numero facture|no facture");
        put("amount", "montant|amount|ttc|total|somme|prix|price|charge|amount due");
        put("monthly", "monthly|mensualite|mensuel|mois|fixe ttc|abonnement");
        put("price", "prix|price|tarif|cost|cout");
        put("estimated", "estime|estimee|estimated|estimation");
        put("bytes", "octets|bytes|ko|kb|mo|mb|go|gb|volume|data");
        put("kwh", "kwh|wh|energie|energy|conso|consommation|consumption|electricite");
        put("litres", "litres|liters|litre|liter|m3|eau|water");
        put("seconds", "secondes|seconds|duree|duration");
        put("cycles", "cycles|cycle");
        put("celsius", "celsius|temperature|temp");
        put("watts", "watts|watt|power|puissance");
        put("lux", "lux|light|lumiere|luminosite");
        put("occupied", "occupied|occupancy|occupation|presence|occupe");
        put("rpm", "rpm|rotational speed|vitesse");
        put("torqueNm", "torque|couple");
        put("toolMinutes", "tool wear");
        put("humidityPercent", "humid|humidity|humidite");
        put("pressureHpa", "pressure|pression");
        put("precipMm", "precip|pluie|rain");
        put("gustKph", "gust|rafale");
        put("windKph", "wind speed|vent");
        put("visibilityKm", "visib|visibility");
        put("text", "text|texte|message|narrative|problem|probleme|description|commentaire|comment|verbatim");
        put("channel", "canal|channel|channels|via|media|provenance");
        put("contact", "contact|ticket|demande|request|appel|call|complaint id|id");
        put("topic.field", "topic|sujet|theme|category|categorie|issue|motif|intent|nature|activity");
        put("product", "produit|product|offre|categorie produit");
        put("about", "about|objet|nature|issue");
        put("reason", "motif|raison|reason|cause");
        put("waitSeconds", "attente|wait");
        put("purpose", "finalite|purpose");
        put("tariff", "tarif|tariff|plan|p souscrite");
        put("language", "langue|language|lang");
        put("city", "ville|city|commune|comune|town");
        put("birthYear", "naissance|birth");
        put("name", "nom|name|intitule|libelle|label|enseigne|brand");
        put("lat", "lat|latitude");
        put("lon", "lon|lng|longitude");
        put("phone", "telephone|phone|tel");
        put("hours", "horaires|hours");
        put("model", "modele|model");
        put("category", "categorie|category|appliance|type");
        put("code", "code|fault|defaut|panne|erreur");
        put("detail", "detail|problem|probleme");
        put("commitmentEnds", "engagement|commitment");
        put("validFrom", "validite debut|valid from|date debut|first communicated");
        put("validTo", "validite fin|valid to|date fin|last confirmed");
        put("caseId", "dossier|case");
        put("solved", "solved|resolu|timely");
        put("#bill.issued", "facture|factures|bill|bills|invoice|invoices|billing|facturation");
        put("#bill.paid", "paiement|paiements|payment|payments|reglement|reglements");
        put("#refund.issued", "remboursement|remboursements|refund|refunds|avoir|avoirs");
        put(
                "#contract.started",
                "contrat|contrats|contract|contracts|souscription|souscriptions|abonnements|subscriptions");
        put("#contract.ended", "resiliation|resiliations|termination|terminations|churn|departs");
        put("#customer.registered", "client|clients|customer|customers|abonnes|households");
        put(
                "#device.usage",
                "usage|usages|reading|readings|releve|releves|conso|consommation|consommations|meter|trafic"
                        + "|traffic|cdr");
        put(
                "#device.reported",
                "mesure|mesures|telemetry|telemetrie|sensor|sensors|capteur|capteurs|temperature|room|power"
                        + "|reports|maintenance");
        put("#device.installed", "device|devices|equipement|equipements|compteurs|installations|parc");
        put("#equipment.returned", "retour|retours|return|returns|returned");
        put(
                "#contact.received",
                "contact|contacts|demande|demandes|request|requests|appel|appels|call|calls|tickets|queries"
                        + "|messages|utterances");
        put("#complaint.filed", "reclamation|reclamations|complaint|complaints|plainte|plaintes");
        put("#offer.published", "prix|price|prices|tarif|tarifs|offre|offres|offer|offers|catalogue|option");
        put("#point.opened", "agence|agences|branch|branches|magasin|magasins|shop|shops|stations|structures|points");
        put("#weather.observed", "weather|meteo");
        put("#consent.given", "consent|consents|consentement|consentements|optin");
        put("#device.failed", "panne|pannes|failure|failures|fault|faults|repairs|reparations");
    }

    private Words() {}

    private static void put(String meaning, String words) {
        WORDS.put(meaning, List.of(words.split("\\|")));
    }

    /// `Numéro_Facture`, `numeroFacture` and `NUMERO FACTURE` are all `[numero, facture]`.
    static List<String> tokens(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String apart = plain.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return Arrays.stream(apart.split("[^a-z0-9]+"))
                .filter(token -> !token.isEmpty())
                .toList();
    }

    /// How well a name fits a meaning: 3 when it says just that, 2 when it says that among other things, 0 when not.
    static int fit(String name, String meaning) {
        List<String> tokens = tokens(name);
        int best = 0;
        for (String words : WORDS.getOrDefault(meaning, List.of())) {
            List<String> wanted = List.of(words.split(" "));
            if (tokens.equals(wanted)) {
                return 3;
            }
            best = tokens.containsAll(wanted) ? 2 : best;
        }
        return tokens.equals(tokens(meaning)) ? 3 : best;
    }

    /// How well a column fits a field of an event type.
    static int fieldFit(String name, String field) {
        if (field.equals("topic")) {
            return fit(name, "topic.field");
        }
        if (field.endsWith("Id") && !WORDS.containsKey(field)) {
            return fit(name, field.substring(0, field.length() - 2));
        }
        return fit(name, field);
    }

    static boolean has(String name, String... words) {
        return tokens(name).stream().anyMatch(List.of(words)::contains);
    }
}
