package org.prevenance.signal;

/// The languages in which Prévenance speaks to people.
public enum Language {
    FR,
    EN
}
