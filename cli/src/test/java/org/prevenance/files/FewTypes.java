package org.prevenance.files;

import java.util.BitSet;
import java.util.List;
import org.prevenance.text.Checked;
import org.prevenance.text.NamedText;
import org.prevenance.vocabulary.Vocabulary;
import org.prevenance.vocabulary.VocabularyReader;

/// A vocabulary of a few telecom types, so that tests do not depend on what packs declare.
final class FewTypes {
    static final Vocabulary VOCABULARY = read("""
            pack: few
            kinds:
              customer: {person: true}
              contract: {}
              device: {}
              offer: {}
            purposes:
              contract: {basis: contract}
            types:
              device.usage:
                about: device
                purpose: contract
                sensitivity: technical
                fields:
                  bytes: {type: whole, unit: bytes}
                  seconds: {type: whole, unit: seconds}
              device.installed:
                about: device
                purpose: contract
                sensitivity: technical
                fields:
                  contractId: {type: id, kind: contract, link: true}
                  model: {type: text}
              contract.started:
                about: contract
                purpose: contract
                sensitivity: technical
                fields:
                  customerId: {type: id, kind: customer, link: true}
                  offerId: {type: id, kind: offer}
              contact.received:
                about: customer
                purpose: contract
                sensitivity: technical
                fields:
                  channel: {type: text}
                  contractId: {type: id, kind: contract}
              offer.published:
                about: offer
                purpose: contract
                sensitivity: technical
                fields:
                  channel: {type: text}
                  monthly: {type: money}
              bill.issued:
                about: contract
                purpose: contract
                sensitivity: technical
                fields:
                  amount: {type: money}
                  bill: {type: text}
            """);

    private FewTypes() {}

    private static Vocabulary read(String yaml) {
        return switch (VocabularyReader.read(List.of(new NamedText("few.yaml", yaml)))) {
            case Checked.Right<Vocabulary>(Vocabulary vocabulary) -> vocabulary;
            case Checked.Wrong<Vocabulary> wrong -> throw new IllegalStateException(wrong.toString());
        };
    }

    /// For each type, all slots.
    static List<BitSet> allSlots() {
        return VOCABULARY.types().stream()
                .map(type -> firstSlots(type.slotCount()))
                .toList();
    }

    /// Of each type, only the first slot, as when playbooks read little.
    static List<BitSet> firstSlot() {
        return VOCABULARY.types().stream().map(type -> firstSlots(1)).toList();
    }

    private static BitSet firstSlots(int count) {
        BitSet slots = new BitSet();
        slots.set(0, count);
        return slots;
    }
}
