using System.Globalization;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Shelves;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Responsibilities;

/// <summary>Which rows of the 责任清单 are meant: a tab and what narrows it. The address of the page, a bulk action and an export all mean the same by it.</summary>
/// <param name="State">The tab.</param>
/// <param name="Words">Each must be in name, code or number.</param>
/// <param name="Unit">The provider; 0 for all.</param>
/// <param name="Share">A share property, <see cref="None"/> for undetermined, empty for all.</param>
/// <param name="Frequency">An update frequency, <see cref="None"/>, or empty.</param>
/// <param name="Basis"><see cref="Stated"/>, <see cref="Inferred"/>, or empty.</param>
internal sealed record EntryFilter(EntryState State, IReadOnlyList<string> Words, long Unit = 0, string Share = "", string Frequency = "", string Basis = "")
{
    /// <summary>Values of the parameters besides those of the domains.</summary>
    public const string None = "none", Stated = "stated", Inferred = "inferred";

    /// <summary>The filter of an address; what cannot be read does not filter.</summary>
    public static EntryFilter From(Func<string, string?> query) => new(
        Tab(query("tab")), ShelfFound.Words(query("q")), long.TryParse(query("unit"), NumberStyles.None, CultureInfo.InvariantCulture, out var unit) ? unit : 0,
        Known<ShareProperty>(query("share")), Known<UpdateFrequency>(query("frequency")), query("basis") is Stated or Inferred ? query("basis")! : "");

    /// <summary>The filter of a page.</summary>
    public static EntryFilter From(QueryState query) => From(name => query[name]);

    /// <summary>True when more is asked than the tab.</summary>
    public bool Narrows => Words.Count > 0 || Unit != 0 || Share.Length > 0 || Frequency.Length > 0 || Basis.Length > 0;

    /// <summary>The filter as a Chinese sentence, as the decision keeps it.</summary>
    public string Sentence(UnitTree units)
    {
        var parts = new List<string> { State.Text() };
        if (Unit != 0) parts.Add(units.ShortName(Unit));
        if (Share.Length > 0) parts.Add(Share == None ? "共享属性未定" : Enum.Parse<ShareProperty>(Share).Name());
        if (Frequency.Length > 0) parts.Add(Frequency == None ? "更新频率未填" : Enum.Parse<UpdateFrequency>(Frequency).Name());
        if (Basis.Length > 0) parts.Add(Basis == Stated ? "目录写明" : "系统推断");
        if (Words.Count > 0) parts.Add($"“{string.Join(' ', Words)}”");
        return string.Join('，', parts);
    }

    /// <summary>The condition in SQL with its parameters. Numbers of ours stand in the text, values typed by people are parameters.</summary>
    public (string Sql, (string, object?)[] Values) Where(UnitTree units)
    {
        var (sql, values) = (new List<string> { "state = @state" }, new List<(string, object?)> { ("state", State.ToString()) });
        if (Unit != 0) sql.Add($"provider_id IN ({string.Join(',', units.Family(Unit))})");
        Domain("share", Share);
        Domain("frequency", Frequency);
        if (Basis.Length > 0) sql.Add($"share IS NOT NULL AND share_stated = {(Basis == Stated ? "TRUE" : "FALSE")}");
        for (var i = 0; i < Words.Count; i++)
        {
            sql.Add($@"(lower(name) LIKE @word{i} ESCAPE '\' OR lower(code) LIKE @word{i} ESCAPE '\' OR lower(coalesce(number, '')) LIKE @word{i} ESCAPE '\')");
            values.Add(($"word{i}", LikePattern.Of(Words[i])));
        }
        return (string.Join(" AND ", sql), [.. values]);

        void Domain(string column, string value)
        {
            if (value.Length == 0) return;
            sql.Add(value == None ? $"{column} IS NULL" : $"{column} = @{column}");
            if (value != None) values.Add((column, value));
        }
    }

    private static EntryState Tab(string? text) => Enum.TryParse<EntryState>(text, out var state) && state != EntryState.Dropped && Enum.IsDefined(state) ? state : EntryState.InForce;

    private static string Known<T>(string? text) where T : struct, Enum => text == None ? None : Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value.ToString() : "";
}

/// <summary>Who may act on which rows.</summary>
internal static class EntryAccess
{
    /// <summary>The condition on rows a person may change: the city's roles all, a unit's liaison and head their own; others none.</summary>
    public static string Changeable(Actor actor, UnitTree units) =>
        actor.Is(Roles.City) ? "provider_id > 0" : actor.Is(Roles.Liaison, Roles.UnitHead) ? $"provider_id IN ({string.Join(',', units.Family(actor.UnitId))})" : "provider_id < 0";

    /// <summary>True when the person may change rows of this provider.</summary>
    public static bool MayChange(Actor actor, UnitTree units, long provider) =>
        actor.Is(Roles.City) || (actor.Is(Roles.Liaison, Roles.UnitHead) && units.Family(actor.UnitId).Contains(provider));

    /// <summary>True when the person may see a row of this provider: in force everybody, otherwise the unit itself, the city's roles and the auditor.</summary>
    public static bool MaySee(Actor actor, UnitTree units, EntryState state, long provider) =>
        state != EntryState.Dropped && (state == EntryState.InForce || actor.Is(Roles.SeeAll) || units.Family(actor.UnitId).Contains(provider));
}
