using Qingdan.Catalog.Import.Rows;
using Qingdan.Platform.Language;

namespace Qingdan.Catalog.Import.Batches;

/// <summary>What a check found and what an import did, in figures.</summary>
public sealed record ImportSummary
{
    /// <summary>Rows of data in the file.</summary>
    public int Rows { get; init; }

    public int New { get; init; }
    public int Changed { get; init; }
    public int Same { get; init; }
    public int Joined { get; init; }
    public int Repeats { get; init; }
    public int Refused { get; init; }

    /// <summary>Rows with a cell that cannot be used, among those that can be imported.</summary>
    public int FaultyCells { get; init; }

    /// <summary>Rows that are imported as they are, with something a person should know.</summary>
    public int Hints { get; init; }

    /// <summary>Resources the rows make.</summary>
    public int Resources { get; init; }

    public int Items { get; init; }

    /// <summary>Resources that an import of all rows would make or change.</summary>
    public int Importable { get; init; }

    /// <summary>The same without those that have a faulty cell.</summary>
    public int ImportableGood { get; init; }

    /// <summary>Notes by kind, the heaviest and most frequent first.</summary>
    public IReadOnlyList<NoteCount> Notes { get; init; } = [];

    /// <summary>What was normalised, the most frequent first; there may be more.</summary>
    public IReadOnlyList<SpellingCount> Spellings { get; init; } = [];

    /// <summary>How many spellings were normalised or not understood.</summary>
    public int SpellingCount { get; init; }

    /// <summary>Cells with one of them.</summary>
    public int SpelledCells { get; init; }

    /// <summary>Names of units that nobody knows yet.</summary>
    public IReadOnlyList<string> NewProviders { get; init; } = [];

    public int NewProviderCount { get; init; }
    public int ProviderCount { get; init; }

    /// <summary>Resources made and changed by the import itself.</summary>
    public int Created { get; init; }

    public int Updated { get; init; }

    /// <summary>Resources left as they are, because somebody changed them or took their code between check and switch.</summary>
    public int Overtaken { get; init; }

    /// <summary>Resources left as they are by the undoing, because somebody changed them since.</summary>
    public int Kept { get; init; }
}

/// <summary>How often a kind of note occurs.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Weight">How much it weighs.</param>
/// <param name="Text">Its sentence with {0}.</param>
/// <param name="Args">The values of its first occurrence.</param>
/// <param name="Count">Rows.</param>
/// <param name="Varies">True when the values are others in other rows.</param>
public sealed record NoteCount(string Code, NoteWeight Weight, string Text, IReadOnlyList<string> Args, int Count, bool Varies = false)
{
    /// <summary>The sentence; where its values vary it is said to be an example.</summary>
    public string Say(Translator t) => Varies ? t["例如：{0}", t[Text, [.. Args]]] : t[Text, [.. Args]];
}
