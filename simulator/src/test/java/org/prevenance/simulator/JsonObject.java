package org.prevenance.simulator;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/// A JSON object as read by [Json].
record JsonObject(Map<String, Object> members) {
    boolean has(String name) {
        return members.containsKey(name);
    }

    Object get(String name) {
        return find(name).orElseThrow(() -> new NoSuchElementException("No (%s) in %s.".formatted(name, members)));
    }

    Optional<Object> find(String name) {
        return Optional.ofNullable(members.get(name));
    }

    String text(String name) {
        return (String) get(name);
    }

    @SuppressWarnings("unchecked")
    JsonObject object(String name) {
        return new JsonObject((Map<String, Object>) get(name));
    }

    @SuppressWarnings("unchecked")
    List<JsonObject> objects(String name) {
        return ((List<Map<String, Object>>) get(name))
                .stream().map(JsonObject::new).toList();
    }
}
