using Qingdan.Platform.Web;

namespace Qingdan.Workflow.Registers;

/// <summary>One row. Words are Chinese keys of their translations; names are data.</summary>
/// <param name="Unit">归集自, or 返还到.</param>
/// <param name="SinceOn">Held since, or asked for on.</param>
/// <param name="LastOn">Last arrival, or the day of delivery.</param>
public sealed record RegisterLine(
    long Id, long ResourceId, string Resource, long UnitId, string Unit, string Origin, string Way, string Frequency, DateOnly SinceOn, DateOnly? DueOn, DateOnly? LastOn, DateOnly? EndedOn, long? Rows, string Note, string State, Tone Tone)
{
    /// <summary>A field as shown, by its declared name; the words among them are to be translated.</summary>
    internal object? Of(string field) => field switch
    {
        "unit" => Unit, "origin" => Origin, "way" => Way, "frequency" => Frequency, "sinceOn" => SinceOn, "dueOn" => DueOn, "lastOn" => LastOn, "endedOn" => EndedOn, "rows" => Rows, _ => Note,
    };
}

/// <summary>A page of a register.</summary>
public sealed record RegisterView(string Path, IReadOnlyList<RegisterLine> Rows, IReadOnlyList<KeyValuePair<long, string>> Units, bool Narrows, bool Keeps, int Page, int Total)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;
}

/// <summary>The form of a row.</summary>
/// <param name="Id">0 for a new one.</param>
/// <param name="Resource">Its resource; empty for a new one.</param>
public sealed record RegisterFormView(string Path, long Id, int Edit, string Resource, RegisterDraft Draft, IReadOnlyList<KeyValuePair<long, string>> Units);
