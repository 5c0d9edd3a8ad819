package org.prevenance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prevenance.signal.Case;

/// The complaints that the customers of a simulated world filed, and whose contracts, devices and journeys are whose.
/// Reads the lines that the simulator writes, and no others.
final class Complaints {
    private static final Pattern EVENT =
            Pattern.compile("\"type\":\"([^\"]+)\",\"subject\":\"([^\"]+)\",\"time\":\"([^\"]+)\"");
    private static final Pattern CONTRACT = Pattern.compile("\"contractId\":\"([^\"]+)\"");
    private static final Pattern CUSTOMER = Pattern.compile("\"customerId\":\"([^\"]+)\"");

    /// @param contract of which it speaks; null: none
    private record Complaint(Instant time, @Nullable String contract) {}

    private final Map<String, List<Complaint>> byCustomer = new HashMap<>();
    /// From a contract, device or journey to whose it is.
    private final Map<String, String> above = new HashMap<>();

    private Complaints() {}

    static Complaints in(Path world) throws IOException {
        Complaints complaints = new Complaints();
        for (String file : List.of("contracts.ndjson", "journeys.ndjson", "contacts.ndjson")) {
            if (Files.exists(world.resolve(file))) {
                try (Stream<String> lines = Files.lines(world.resolve(file))) {
                    lines.forEach(complaints::read);
                }
            }
        }
        return complaints;
    }

    private void read(String line) {
        Matcher event = EVENT.matcher(line);
        if (!event.find()) {
            return;
        }
        String subject = event.group(2);
        switch (event.group(1)) {
            case "contract.started", "journey.booked" ->
                first(CUSTOMER, line).ifPresent(customer -> above.put(subject, "customer/" + customer));
            case "device.installed" ->
                first(CONTRACT, line).ifPresent(contract -> above.put(subject, "contract/" + contract));
            case "complaint.filed" -> {
                String contract = first(CONTRACT, line).map("contract/"::concat).orElse(null);
                byCustomer
                        .computeIfAbsent(subject, _ -> new ArrayList<>())
                        .add(new Complaint(Instant.parse(event.group(3)), contract));
            }
            default -> {
                // says nothing about complaints
            }
        }
    }

    private static Optional<String> first(Pattern field, String line) {
        Matcher matcher = field.matcher(line);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /// When the customer behind the case first complained about the contract that it concerns, or about no contract in
    /// particular; empty for those who never did.
    Optional<Instant> about(Case one) {
        String contract = one.subject().startsWith("device/") ? above.get(one.subject()) : one.subject();
        String customer = contract == null ? null : above.getOrDefault(contract, contract);
        return byCustomer.getOrDefault(customer, List.of()).stream()
                .filter(complaint -> complaint.contract() == null
                        || !String.valueOf(contract).startsWith("contract/")
                        || complaint.contract().equals(contract))
                .map(Complaint::time)
                .min(Comparator.naturalOrder());
    }
}
