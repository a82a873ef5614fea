namespace Qingdan.Standards.Calendars;

/// <summary>A year whose notice is known.</summary>
internal sealed class CalendarYear
{
    public int Year { get; init; }

    /// <summary>Numbers of the State Council's notices, parted by 、.</summary>
    public string Notices { get; set; } = "";
}

/// <summary>A day on which a notice, or the authority by hand, departs from the week.</summary>
internal sealed class CalendarEntry
{
    public DateOnly Day { get; init; }

    /// <summary>True for a make-up day, false for a day off.</summary>
    public bool Works { get; set; }

    public required string Holiday { get; set; }

    /// <summary>Grows with each change by hand; 1 as announced.</summary>
    public int Version { get; set; }
}
