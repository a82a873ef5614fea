using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Qingdan.Organizations.Transfers;

/// <summary>What a person typed about a transfer of duties, as typed.</summary>
public sealed record TransferDraft
{
    /// <summary>A <see cref="TransferKind"/> by name.</summary>
    public string Kind { get; init; } = nameof(TransferKind.Move);

    /// <summary>The unit that takes over, by any of its names or codes.</summary>
    public string To { get; init; } = "";

    /// <summary>From this day, yyyy-MM-dd.</summary>
    public string Day { get; init; } = "";

    /// <summary>Number or title of the document.</summary>
    public string Document { get; init; } = "";

    /// <summary>Which duties.</summary>
    public string Note { get; init; } = "";

    /// <summary>A <see cref="TransferScope"/> by name.</summary>
    public string Scope { get; init; } = nameof(TransferScope.Whole);

    /// <summary>The source system.</summary>
    public string System { get; init; } = "";

    /// <summary>Ticked resources.</summary>
    public IReadOnlyList<long> Picks { get; init; } = [];

    internal static TransferDraft From(IFormCollection form) => new()
    {
        Kind = form["kind"].ToString(), To = form["to"].ToString(), Day = form["day"].ToString(), Document = form["document"].ToString(), Note = form["note"].ToString(),
        Scope = form["scope"].ToString(), System = form["system"].ToString(),
        Picks = [.. form["pick"].Select(p => long.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0).Distinct()],
    };

    /// <summary>The fields but the ticks, for a form that only carries them on.</summary>
    internal IEnumerable<(string Name, string Value)> Fields() =>
        [("kind", Kind), ("to", To), ("day", Day), ("document", Document), ("note", Note), ("scope", Scope), ("system", System)];
}
