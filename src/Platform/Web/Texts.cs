namespace Qingdan.Platform.Web;

/// <summary>One step of the breadcrumb, already translated; the last has no link.</summary>
public sealed record Crumb(string Text, string? Href = null);

/// <summary>One choice of a list, already translated. <paramref name="Hint"/> explains it in a radio group.</summary>
public sealed record Option(string Value, string Text, string? Hint = null);

/// <summary>One tab, already translated; <paramref name="More"/> says that there are more than the count.</summary>
public sealed record TabLink(string Text, string Href, bool Current, long? Count = null, bool More = false);

/// <summary>The colours of a state. Each comes with an icon and a word, never alone.</summary>
public enum Tone
{
    /// <summary>Nothing to do.</summary>
    Idle,

    /// <summary>In force, done.</summary>
    Ok,

    /// <summary>Somebody should look.</summary>
    Warn,

    /// <summary>Late, returned, refused.</summary>
    Bad,

    /// <summary>In the making.</summary>
    Info,

    /// <summary>Inferred or proposed, not in force: a dashed border.</summary>
    Open,
}

/// <summary>Where a step of a course stands.</summary>
public enum StepState
{
    /// <summary>Over.</summary>
    Done,

    /// <summary>Whose turn it is.</summary>
    Now,

    /// <summary>Still to come.</summary>
    Next,
}

/// <summary>One signer of a sign-off route, already translated.</summary>
public sealed record RouteStep(string Title, StepState State, string Who = "", string When = "");

/// <summary>A share of a whole, 0 to 100.</summary>
public sealed record MeterPart(string Text, double Percent, Tone Tone);

/// <summary>The numbers of one line or one colour of bars, in the order of the chart's labels.</summary>
public sealed record ChartSeries(string Name, IReadOnlyList<double> Values, Tone Tone = Tone.Info);

/// <summary>Shape of a chart.</summary>
public enum ChartKind
{
    /// <summary>Bars side by side.</summary>
    Bars,

    /// <summary>A line for each series.</summary>
    Lines,
}
