namespace Qingdan.Catalog.Similar;

/// <summary>How two names are alike.</summary>
public enum NameLike
{
    /// <summary>They are different names.</summary>
    Other,

    /// <summary>Only words that every name may bear differ.</summary>
    Words,

    /// <summary>Only a number behind them differs.</summary>
    Number,

    /// <summary>Only spaces and punctuation differ.</summary>
    Signs,

    /// <summary>One name.</summary>
    Same,
}

/// <summary>Why two resources may be one. <paramref name="Items"/> counts those of the one that has more.</summary>
public sealed record Evidence(NameLike Name, IReadOnlyList<string> Differing, int Items, int Shared, bool SameUnit, bool SameSystem, bool SameShare);

/// <summary>How sure it is that two resources are one, of 100, and why.</summary>
internal sealed record Likeness(int Score, Evidence Evidence)
{
    /// <summary>Less is not worth a person's look.</summary>
    public const int Least = 60;

    // Two units may well keep the same copied data; but alike names alone say little about them.
    private const double OtherUnit = 0.9, CopiedShare = 0.6;

    // Other names mean other data, as 就业登记 and 失业登记 do with the same items, unless they come from one system, or hardly differ and nothing speaks against it.
    private const double HardlyOther = 0.75;

    /// <summary>Compares two resources; null when they are hardly one. The order of the two does not count.</summary>
    public static Likeness? Between(Profile a, Profile b)
    {
        if (a.Name.OtherTime(b.Name) || a.OtherArea(b)) return null;
        var shared = a.Items.Count(b.Items.Contains);
        var both = a.Items.Count + b.Items.Count - shared;
        var (byItems, share) = (a.HasItems && b.HasItems, both == 0 ? 0 : (double)shared / both);
        var evidence = new Evidence(
            Names(a, b), a.Name.Text == b.Name.Text ? [.. a.Name.Differing(b.Name).Order(StringComparer.Ordinal)] : [], Math.Max(a.Items.Count, b.Items.Count), shared,
            a.Provider == b.Provider, a.System.Length > 0 && a.System == b.System, a.Share is not null && a.Share == b.Share);
        var (name, unsaid) = (Name(evidence.Name, a, b), a.System.Length == 0 || b.System.Length == 0);
        if (!evidence.SameUnit && (!byItems || share < CopiedShare)) return null;
        if (evidence.Name == NameLike.Other && !evidence.SameSystem && !(unsaid && name >= HardlyOther)) return null;
        // What is written nowhere speaks neither for nor against.
        var system = unsaid ? 0.5 : evidence.SameSystem ? 1 : 0;
        var open = a.Share is null || b.Share is null ? 0.5 : evidence.SameShare ? 1 : 0;
        var score = byItems ? (0.40 * name) + (0.45 * share) + (0.10 * system) + (0.05 * open) : (0.75 * name) + (0.15 * system) + (0.10 * open);
        if (!evidence.SameUnit) score *= OtherUnit;
        // By the rule of cataloguing these are duplicates within a unit, whatever their items.
        else if (evidence.Name >= NameLike.Number) score = Math.Max(score, Least / 100.0);
        var points = (int)Math.Round(score * 100, MidpointRounding.AwayFromZero);
        return points < Least ? null : new Likeness(points, evidence);
    }

    private static NameLike Names(Profile a, Profile b)
    {
        if (a.FullName == b.FullName) return NameLike.Same;
        if (a.Name.Key == b.Name.Key) return NameLike.Signs;
        if (a.Name.Text != b.Name.Text) return NameLike.Other;
        return a.Name.Differing(b.Name).All(word => char.IsAsciiDigit(word[0])) ? NameLike.Number : NameLike.Words;
    }

    private static double Name(NameLike like, Profile a, Profile b)
    {
        if (like != NameLike.Other) return like >= NameLike.Signs ? 1 : 0.95;
        var (left, right) = (Profile.Bigrams(a.Name.Text), Profile.Bigrams(b.Name.Text));
        return 2.0 * left.Count(right.Contains) / (left.Count + right.Count);
    }
}
