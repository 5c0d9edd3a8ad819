package org.prevenance.simulator.world;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One contact of a person with the company, told step by step: received, then answered and closed, or abandoned.
public final class Contact {
    private static final String SYSTEM = "phone";

    private final Person person;
    private final String number;
    private final String channel;
    private final String topic;
    private long time;
    private @Nullable String text;
    private @Nullable String contract;
    private @Nullable String product;
    private boolean told;

    private Contact(Person person, String number, String channel, String topic, long time) {
        this.person = person;
        this.number = number;
        this.channel = channel;
        this.topic = topic;
        this.time = time;
    }

    /// Begins at an instant.
    ///
    /// @param number unique among all contacts
    public static Contact begun(Person person, String number, String channel, String topic, long time) {
        return new Contact(person, number, channel, topic, time);
    }

    public Contact says(@Nullable String words) {
        text = words;
        return this;
    }

    public Contact about(@Nullable String contractId) {
        contract = contractId;
        return this;
    }

    public Contact product(String name) {
        product = name;
        return this;
    }

    /// When the latest step told becomes known.
    public long known() {
        return time + 5;
    }

    /// It comes in, and waits.
    public Contact received() {
        begin();
        return this;
    }

    /// Somebody answers after so many seconds.
    public Contact answered(int waitSeconds, String agent) {
        return answered(waitSeconds, agent, null);
    }

    /// Somebody at this point of contact answers after so many seconds.
    public Contact answered(int waitSeconds, String agent, @Nullable String point) {
        begin();
        step(
                "contact.answered",
                waitSeconds,
                line -> line.text("contact", number)
                        .whole("waitSeconds", waitSeconds)
                        .text("agentId", agent)
                        .text("pointId", point));
        return this;
    }

    /// Nobody answered, and the person hung up after so many seconds.
    public Contact abandoned(int waitSeconds) {
        begin();
        step(
                "contact.abandoned",
                waitSeconds,
                line -> line.text("contact", number).whole("waitSeconds", waitSeconds));
        return this;
    }

    public Contact closed(int minutes, boolean solved, int transfers) {
        begin();
        step("contact.closed", minutes * 60, line -> {
            line.text("contact", number).bool("solved", solved);
            if (transfers > 0) {
                line.whole("transfers", transfers);
            }
            line.whole("minutes", minutes);
        });
        return this;
    }

    private void begin() {
        if (!told) {
            told = true;
            step(
                    "contact.received",
                    0,
                    line -> line.text("contact", number)
                            .text("channel", channel)
                            .text("text", text)
                            .text("topic", topic)
                            .text("product", product)
                            .text("contractId", contract));
        }
    }

    private void step(String type, int laterSeconds, Consumer<EventLine> data) {
        time += laterSeconds;
        person.tell(Export.CONTACTS, SYSTEM, type, person.subject(), time, time + 5, data);
    }
}
