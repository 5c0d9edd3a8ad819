package org.prevenance.intake;

import java.util.BitSet;
import java.util.List;
import org.prevenance.text.NamedText;
import org.prevenance.vocabulary.Vocabulary;
import org.prevenance.vocabulary.VocabularyReader;

/// A small vocabulary with every type of field.
final class SmallVocabulary {
    private static final String YAML = """
            pack: small
            kinds: {customer: {person: true}, contract: {}, device: {}, offer: {}, campaign: {}, process: {}, claim: {}}
            purposes: {contract: {basis: contract}}
            types:
              device.usage:
                about: device
                purpose: contract
                sensitivity: technical
                atLeastOneOf: [bytes, kwh, litres, seconds, cycles]
                fields:
                  bytes:   {type: whole}
                  kwh:     {type: number}
                  litres:  {type: number}
                  seconds: {type: number}
                  cycles:  {type: whole}
                  from:    {type: time}
                  to:      {type: time}
              bill.issued:
                about: contract
                purpose: contract
                sensitivity: technical
                fields:
                  bill:      {type: text, required: true}
                  amount:    {type: money, required: true}
                  from:      {type: date, required: true}
                  to:        {type: date, required: true}
                  estimated: {type: bool}
                  lines:
                    type: items
                    parts:
                      label:   {type: text, required: true}
                      amount:  {type: money}
                      product: {type: text}
                      units:   {type: whole}
                      day:     {type: date}
                      offerId: {type: id}
              contract.started:
                about: contract
                purpose: contract
                sensitivity: technical
                fields:
                  customerId:     {type: id, required: true, link: true}
                  offerId:        {type: id}
                  product:        {type: text, required: true}
                  monthly:        {type: money}
                  commitmentEnds: {type: date}
              campaign.planned:
                about: campaign
                purpose: contract
                sensitivity: technical
                fields:
                  rules:
                    type: group
                    parts:
                      minAge:  {type: whole, required: true}
                      maxAge:  {type: whole}
                      product: {type: text}
                      budget:  {type: money}
                      cities:  {type: texts}
              process.published:
                about: process
                purpose: contract
                sensitivity: technical
                fields:
                  channel: {type: text, required: true}
                  steps:   {type: texts, required: true}
              claim.stated:
                about: claim
                purpose: contract
                sensitivity: technical
                fields:
                  statement: {type: text, required: true}
                  figure:    {type: any}
              case.closed:
                about: [contract, customer]
                purpose: contract
                sensitivity: technical
                fields:
                  useful: {type: bool}
              device.reported:
                about: device
                purpose: contract
                sensitivity: technical
                fields:
                  restarts:                  {type: whole}
                  celsius:                   {type: number}
                  watts:                     {type: number}
                  on:                        {type: bool}
                  averageInsideTemperature:  {type: number}
                  averageOutsideTemperature: {type: number}
                  batteryPercent:            {type: number}
            """;

    private SmallVocabulary() {}

    static Vocabulary create() {
        return VocabularyReader.read(List.of(new NamedText("small.yaml", YAML))).orThrow();
    }

    /// For each type, all slots.
    static List<BitSet> allSlots(Vocabulary vocabulary) {
        return vocabulary.types().stream()
                .map(type -> {
                    var slots = new BitSet();
                    slots.set(0, type.slotCount());
                    return slots;
                })
                .toList();
    }
}
