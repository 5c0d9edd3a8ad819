/// What a check prints and writes: text for the terminal, JSON and CSV for programs, one web page for people.
///
/// Start with [ReportFolder], which writes every file, and [TextReport], which prints. All of them read a
/// [org.prevenance.check.CheckResult] and nothing else, so the same result gives the same bytes.
@NullMarked
package org.prevenance.report;

import org.jspecify.annotations.NullMarked;
