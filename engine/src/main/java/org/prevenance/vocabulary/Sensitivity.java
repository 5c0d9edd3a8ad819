package org.prevenance.vocabulary;

/// How much care a field asks for.
public enum Sensitivity {
    /// Says nothing about a person.
    TECHNICAL,
    /// About an identifiable person.
    PERSONAL,
    /// Usage, position, free text: shows how a person lives.
    INTIMATE,
    /// A special category of GDPR article 9; only with an explicit legal basis.
    SPECIAL
}
