package org.prevenance.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Valid events of every shape, the seeds of mutations.
final class SampleEvents {
    static final String USAGE = """
            {"specversion":"1.0","id":"u-000123-2025-03-04","source":"urn:op:usage","type":"device.usage",\
            "subject":"device/D000123","time":"2025-03-04T23:59:00Z","datacontenttype":"application/json",\
            "data":{"bytes":123456789,"from":"2025-03-04T00:00:00Z","to":"2025-03-05T00:00:00Z"}}""";

    static final List<String> ALL = List.of(USAGE, """
            {"data":{"to":"2025-03-05","kwh":-0.25,"litres":12.5e1,"cycles":null,"from":"2025-03-04"},
             "time":"2025-03-04t23:59:00.123456789+01:30","subject":"device/é/1","type":"device.usage",
             "source":"urn:x","id":"7","specversion":"1.0","recordedtime":"2025-03-05T00:00:00Z"}""", """
            {"specversion":"1.0","id":"b1","source":"urn:op:bills","type":"bill.issued","subject":"contract/C12",\
            "time":"2025-03-04T08:00:00Z","data":{"bill":"B-2025-03","amount":{"amount":"29.99","currency":"EUR"},\
            "from":"2025-02-01","to":"2025-02-28","estimated":false,"lines":[\
            {"label":"Accès fibre","amount":{"amount":"24.99","currency":"EUR"},"product":"fibre","units":1,"day":"2025-02-01"},\
            {"amount":{"currency":"EUR","amount":"5","vat":"20"},"label":"Télé","offerId":"O1","shade":[1,{"a":null}]},{"label":""}],\
            "colour":"red","x":{"y":[true,false,null,"z",-1.5e3]}}}""", """
            { "specversion" : "1.0" , "id" : "c 1", "source": "urn:crm", "type": "contract.started",
              "subject": "contract/C12", "time": "2024-02-29T12:00:00+02:00", "traceparent": "00-ab-cd-01",
              "data": { "customerId" : "K1", "offerId":"O-9", "product":"fibre",
                        "monthly" : { "amount" : "24.9900", "currency" : "EUR" }, "commitmentEnds": "2026-02-28" } }
            """, """
            {"specversion":"1.0","id":"p1","source":"urn:mkt","type":"campaign.planned","subject":"campaign/P1",\
            "time":"2025-01-01T00:00:00Z","data":{"rules":{"minAge":18,"maxAge":65.0,"product":"box",\
            "budget":{"amount":"1e3","currency":"CHF"},"secret":1,"cities":["Lyon"]},"other":null}}""", """
            {"specversion":"1.0","id":"s1","source":"urn:web","type":"process.published","subject":"process/return",\
            "time":"2025-01-01T00:00:00Z","data":{"channel":"web","steps":["Call us","Wait","Renvoyez la box €"]}}""", """
            {"specversion":"1.0","id":"q1","source":"urn:web","type":"claim.stated","subject":"claim/1",\
            "time":"2025-01-01T00:00:00Z","data":{"statement":"A \\"quoted\\" \\u00e9 claim\\n","figure":12.50}}""", """
            {"specversion":"1.0","id":"q2","source":"urn:web","type":"claim.stated","subject":"claim/1",\
            "time":"2025-01-01T00:00:00Z","data":{"statement":"a","figure":true,"corrects":"q1"}}""", """
            {"specversion":"1.0","id":"q3","source":"urn:web","type":"claim.stated","subject":"claim/1",\
            "time":"2025-01-01T00:00:00Z","data":{"retracts":"q2","figure":"many"}}""", """
            {"specversion":"1.0","id":"q4","source":"urn:web","type":"claim.stated","subject":"claim/1",\
            "time":"2025-01-01T00:00:00Z","data":{"figure":{"a":[1.50,"\\u001f\\"é"],"b":null},"statement":"x"}}""", """
            {"specversion":"1.0","id":"k1","source":"urn:crm","type":"case.closed","subject":"customer/K1",\
            "time":"2025-01-01T00:00:00Z"}""", """
            {"specversion":"1.0","id":"r1","source":"urn:iot","type":"device.reported","subject":"device/D1",\
            "time":"2025-01-01T00:00:00.5-05:00","data":{"restarts":2,"celsius":-18.5,\
            "watts":0.0000015,"on":true,"averageInsideTemperature":19.123456,\
            "averageOutsideTemperature":0,"batteryPercent":99.5,"humidity":40}}""");

    private SampleEvents() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
