package org.prevenance.engine;

import org.jspecify.annotations.Nullable;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.expression.Expr;
import org.prevenance.expression.Scope;
import org.prevenance.playbook.Fold;

/// What `having` reads: a group, other indicators at the same key, and those of the subject. Not thread-safe.
final class GroupScope implements Scope {
    private final Evaluator outside;
    private Groups.@Nullable Told group;

    GroupScope(Evaluator outside) {
        this.outside = outside;
    }

    /// Whether the condition is true of a group.
    boolean holds(Expr condition, Groups.Told newGroup) {
        Groups.Told before = group;
        group = newGroup;
        boolean holds = condition.eval(this) == 1;
        group = before;
        return holds;
    }

    private Groups.Told group() {
        Groups.Told current = group;
        if (current == null) {
            throw new IllegalStateException("No group is at hand.");
        }
        return current;
    }

    @Override
    public Event event() {
        throw new IllegalStateException("`having` reads no event.");
    }

    @Override
    public long indicator(int ordinal) {
        return switch (ordinal) {
            case Fold.GROUP_VALUE -> group().value();
            case Fold.GROUP_PARTS -> group().parts();
            default -> outside.indicator(ordinal);
        };
    }

    @Override
    public long at(int ordinal, long key) {
        return outside.at(ordinal, key);
    }

    @Override
    public long sibling(int ordinal) {
        Groups groups = outside.groups(ordinal);
        return groups == null ? Raw.ABSENT : groups.valueAt(group().key(), outside.now(), outside.today());
    }

    @Override
    public long now() {
        return outside.now();
    }

    @Override
    public long today() {
        return outside.today();
    }

    @Override
    public int currency() {
        return outside.currency();
    }
}
