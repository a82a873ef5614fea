using Qingdan.Catalog.Import.Fields;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Import.Rows;

/// <summary>What a cell of a closed domain means.</summary>
/// <param name="Value">What is stored; null when nothing, or when there is no value for what was not understood.</param>
/// <param name="Shown">Chinese name of the value.</param>
/// <param name="Kind">How it was understood.</param>
internal readonly record struct DomainReading(string? Value, string Shown, ReadingKind Kind);

/// <summary>Reads cells of closed domains. A file writes few different values many times, so each is understood once.</summary>
internal sealed class DomainCells
{
    private readonly Dictionary<(ImportField, string), DomainReading> _known = [];

    /// <summary>Understands a cell.</summary>
    public DomainReading Read(ImportField field, string text)
    {
        if (_known.TryGetValue((field, text), out var known)) return known;
        return _known[(field, text)] = field switch
        {
            ImportField.Frequency => One(Domains.UpdateFrequencies, text),
            ImportField.Share or ImportField.ItemShare => One(Domains.ShareProperties, text),
            ImportField.OpenType or ImportField.ItemOpenType => One(Domains.OpenTypes, text),
            ImportField.DataLevel => Named(Domains.DataLevels, text),
            ImportField.ItemDataType => Named(Domains.DataTypes, text),
            ImportField.ShareWays => Ways(text),
            ImportField.Formats => Formats(text),
            _ => throw new ArgumentOutOfRangeException(nameof(field)),
        };
    }

    private static DomainReading One<T>(ValueDomain<T> domain, string text)
        where T : struct, Enum => domain.Read(text) is { Value: { } value } reading
            ? new(value.ToString(), domain.NameOf(value), reading.Kind)
            : new(null, "", domain.Read(text).Kind);

    // Columns of text: the Chinese name is stored, and what is not understood stays as it was written.
    private static DomainReading Named<T>(ValueDomain<T> domain, string text)
        where T : struct, Enum => domain.Read(text) switch
        {
            { Value: { } value } reading => new(domain.NameOf(value), domain.NameOf(value), reading.Kind),
            { Kind: ReadingKind.Empty } => new(null, "", ReadingKind.Empty),
            _ => new(text, "", ReadingKind.Unknown),
        };

    private static DomainReading Ways(string text)
    {
        var parts = ValueDomain.Split(text);
        var read = parts.Select(p => Domains.ShareWays.Read(p)).ToList();
        var names = read.Select((r, i) => r.Value is { } way ? way.Name() : r.Kind == ReadingKind.Empty ? "" : parts[i]).Where(n => n.Length > 0).Distinct();
        return Joined(text, string.Join('；', names), read.Exists(r => r.Kind == ReadingKind.Unknown));
    }

    private static DomainReading Formats(string text)
    {
        var read = DataFormats.ReadMany(text);
        return Joined(text, string.Join('；', read.Select(f => f.Type.Length > 0 ? f.Type : f.Class!.Value.Name())), read.Any(f => f.Kind == ReadingKind.Unknown));
    }

    // Several values in a cell: what is not understood stays among them as it was written.
    private static DomainReading Joined(string text, string joined, bool unknown) =>
        joined.Length == 0 ? new(null, "", ReadingKind.Empty)
        : unknown ? new(joined, "", ReadingKind.Unknown)
        : new(joined, joined, joined == text ? ReadingKind.Exact : ReadingKind.Synonym);
}
