using System.Globalization;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Search;
using Qingdan.Platform.Search.Shelves;

namespace Qingdan.Records.Contracts.Shelves;

/// <summary>What a filter of a list means at one moment.</summary>
/// <param name="Moment">The list then.</param>
/// <param name="Codes">The filter, and who is asking.</param>
/// <param name="Hits">The rows with the words; null when none were given.</param>
/// <param name="Units">The units then.</param>
public sealed record ShelfFound(ShelfMoment Moment, FacetFilter Codes, IReadOnlySet<long>? Hits, UnitTree Units)
{
    // A catalogue of a whole province has thousands of providers; a page stays small.
    private const int MostUnits = 150;

    private const int MostWords = 8;

    /// <summary>The words of what was typed.</summary>
    public static IReadOnlyList<string> Words(string? text) => [.. (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords)];

    /// <summary>How many rows pass, in all and for each choice.</summary>
    public FacetCounts Count() => Moment.Codes.CountBy(Codes, Hits);

    /// <summary>A stretch of the rows that pass; <paramref name="sort"/> is changed, name or unit, a minus before it means descending.</summary>
    public IReadOnlyList<long> Ids(string sort, int skip, int take) => Moment.Ids(Codes, Hits, sort, Moment.Orders.By(sort, Units, Units.ShortName), skip, take);

    /// <summary>The rows that pass by id: for exports and programs, which go on behind the last they got.</summary>
    public IEnumerable<long> ById(long after) => Moment.Codes.ById(Codes, Hits, after);

    /// <summary>Narrows to one value of a column.</summary>
    public void Narrow(int column, string? value)
    {
        if (value is not null) Codes[column] = [Moment.Code(column, value)];
    }

    /// <summary>Narrows to a unit and those merged into it.</summary>
    public void NarrowTo(int column, long? unit)
    {
        if (unit is { } id) Codes[column] = Moment.CodesOf(column, Units.Family(id));
    }

    /// <summary>Tabs with their figures.</summary>
    public List<Facet> Tabs<T>(FacetCounts counts, int column, IEnumerable<T> states, Func<T, string> text) where T : struct, Enum =>
        [.. states.Select(s => new Facet($"{s}", text(s), Of(counts, column, $"{s}")))];

    /// <summary>How many of the rows that pass, but for the column's own filter, have a value.</summary>
    public long Of(FacetCounts counts, int column, string value) => Moment.Code(column, value) is var code and >= 0 && code < counts.ByColumn[column].Count ? counts.ByColumn[column][code] : 0;

    /// <summary>Choices of a column with their figures, the frequent ones first.</summary>
    public List<Facet> Choices(FacetCounts counts, int column, Func<string, string> value, Func<string, string> text) =>
        Facet.Of(Rows(counts, column), r => value(r.Value), r => text(r.Value), r => r.Count);

    /// <summary>Units of a column, the frequent ones first: merged ones count as one, the chosen one stays even when it is not among them.</summary>
    public List<Facet> UnitsOf(FacetCounts counts, int column, long? chosen, string none = "")
    {
        var all = Choices(counts, column, v => $"{Units.Living(Id(v))}", v => Id(v) == 0 ? none : Units.ShortName(Id(v)));
        var shown = all.Take(MostUnits).ToList();
        if (chosen is { } id && $"{Units.Living(id)}" is var key && shown.TrueForAll(f => f.Value != key)) shown.Add(all.Find(f => f.Value == key) ?? new Facet(key, Units.ShortName(id), 0));
        return shown;
    }

    private IEnumerable<(string Value, int Count)> Rows(FacetCounts counts, int column) =>
        counts.ByColumn[column].Select((count, code) => (Value: Moment.Values[column][code], Count: count)).Where(r => r.Count > 0);

    private static long Id(string value) => long.Parse(value, CultureInfo.InvariantCulture);
}
