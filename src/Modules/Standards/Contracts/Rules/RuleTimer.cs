namespace Qingdan.Standards.Contracts.Rules;

/// <summary>How a term counts.</summary>
public enum TermUnit
{
    /// <summary>工作日.</summary>
    WorkingDays,

    /// <summary>自然日: a last day that is a day off moves to the next working day (民法典 203).</summary>
    CalendarDays,

    /// <summary>年.</summary>
    Years,

    /// <summary>立即: the day itself.</summary>
    AtOnce,
}

/// <summary>期限: one term of a law.</summary>
/// <param name="Code">T1 to T9.</param>
/// <param name="From">What starts it.</param>
/// <param name="To">What must be done by its end.</param>
/// <param name="Amount">How many units.</param>
/// <param name="Unit">Which units.</param>
/// <param name="Longest">True when it is a latest date, false for a shortest time (retention).</param>
/// <param name="Extension">The extension the law allows, or null.</param>
/// <param name="Anchor">Where it stands.</param>
/// <param name="Certainty">Of the term.</param>
/// <param name="Notes">What the number alone does not say.</param>
public sealed record RuleTimer(
    string Code, string From, string To, int Amount, TermUnit Unit, bool Longest, TermExtension? Extension, Anchor Anchor, Certainty Certainty, IReadOnlyList<RuleNote> Notes);

/// <summary>延长: how far a term may be extended and what that takes.</summary>
public sealed record TermExtension(int Amount, string Needs, Anchor Anchor, Certainty Certainty, string Note = "");

/// <summary>A remark with how sure we are of it.</summary>
public sealed record RuleNote(string Text, Certainty Certainty);
