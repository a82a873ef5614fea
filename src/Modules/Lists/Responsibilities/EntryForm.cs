using Microsoft.AspNetCore.Http;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts.Declarations;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Lists.Responsibilities;

/// <summary>The form of a row as it was typed, with its choices.</summary>
/// <param name="Id">0 for a new row.</param>
/// <param name="Edit">The number the form was loaded with.</param>
/// <param name="Whole">All fields, for data outside the catalogue; otherwise only how the duty is met.</param>
/// <param name="Units">Units to choose from; empty when the row is the reader's own unit's.</param>
public sealed record EntryForm(
    long Id, int Edit, bool Whole, string Title, IReadOnlyList<Option> Units, string Provider, string Name, string Items, string Share, string Condition, IReadOnlyList<string> Ways, string Frequency,
    string Level, string System, string Duty, string PromisedOn, string Contact, string Note, IReadOnlyDictionary<string, string> Elements)
{
    /// <summary>An empty form for data outside the catalogue.</summary>
    public static EntryForm Empty { get; } = new(0, 0, true, "", [], "", "", "", "", "", [], "", "", "", "", "", "", "", new Dictionary<string, string>());

    /// <summary>What was sent.</summary>
    internal static EntryForm Of(IFormCollection form, EntryForm shown, DeclaredPart declared) => shown with
    {
        Provider = form["provider"].ToString(), Name = form["name"].ToString(), Items = form["items"].ToString().ReplaceLineEndings("\n"), Share = form["share"].ToString(),
        Condition = form["condition"].ToString(), Ways = [.. form["ways"].OfType<string>().SelectMany(w => w.Split('；', StringSplitOptions.RemoveEmptyEntries))], Frequency = form["frequency"].ToString(), Level = form["level"].ToString(), System = form["system"].ToString(),
        Duty = form["duty"].ToString(), PromisedOn = form["promisedOn"].ToString(), Contact = form["contact"].ToString(), Note = form["note"].ToString(),
        Elements = declared.Read(form), Edit = form.Edit(),
    };

    /// <summary>The form of a stored row.</summary>
    internal static EntryForm Of(Entry row, IEnumerable<EntryItem> items) => Empty with
    {
        Id = row.Id, Edit = row.Edit, Whole = row.ResourceId == 0, Title = row.Name, Name = row.Name, Items = string.Join('\n', items.Select(i => i.Name)), Share = $"{row.Share}",
        Condition = row.ShareCondition, Ways = row.ShareWays.Split('；', StringSplitOptions.RemoveEmptyEntries), Frequency = $"{row.Frequency}", Level = row.DataLevel, System = row.SystemName,
        Duty = row.DutyType == DutyType.Undetermined ? "" : $"{row.DutyType}", PromisedOn = Shown.Day(row.PromisedOn), Contact = row.Contact, Note = row.Note, Elements = DeclaredPart.Texts(row.Elements),
    };

    /// <summary>As the use-case takes it; values that no choice offers are left out.</summary>
    internal EntryInput Input() => new()
    {
        ProviderId = long.TryParse(Provider, out var provider) ? provider : 0, Name = Name, Items = Items, Share = Value<ShareProperty>(Share), ShareCondition = Condition,
        ShareWays = string.Join('；', Domains.ShareWays.Entries.Select(e => e.Name).Where(Ways.Contains)), Frequency = Value<UpdateFrequency>(Frequency),
        DataLevel = Domains.DataLevels.Entries.Any(e => e.Name == Level) ? Level : "", SystemName = System, DutyType = Value<DutyType>(Duty) ?? DutyType.Undetermined,
        PromisedOn = TypedDay.Read(PromisedOn), Contact = Contact, Note = Note, Elements = Elements,
    };

    private static T? Value<T>(string text) where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;
}
