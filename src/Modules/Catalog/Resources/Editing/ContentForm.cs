using System.Globalization;
using Microsoft.AspNetCore.Http;
using Qingdan.Catalog.Versions;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Resources.Editing;

/// <summary>The one way between a resource's content and the fields of its form.</summary>
internal static class ContentForm
{
    private static readonly string[] ItemFields = ["id", "name", "fieldName", "dataType", "length", "note", "share", "terms", "openType"];

    /// <summary>The fields for a content.</summary>
    public static FormValues Of(ResourceContent c)
    {
        var texts = new Dictionary<string, string>(c.Elements)
        {
            ["name"] = c.Name, ["summary"] = c.Summary, ["theme"] = c.Theme, ["systemName"] = c.SystemName, ["duty"] = c.Duty, ["formats"] = c.Formats,
            ["frequency"] = $"{c.Frequency}", ["share"] = c.ShareStated ? $"{c.Share}" : "", ["shareCondition"] = c.ShareCondition, ["shareReason"] = c.ShareReason,
            ["shareWays"] = c.ShareWays, ["openType"] = $"{c.OpenType}", ["dataLevel"] = c.DataLevel, ["dataUpdatedOn"] = Shown.Day(c.DataUpdatedOn),
        };
        for (var i = 0; i < c.Items.Count; i++)
            foreach (var (field, text) in Texts(c.Items[i], c)) texts[$"items[{i}].{field}"] = text;
        return new FormValues(texts, c.Items.Count);
    }

    /// <summary>The fields as they were sent, blank rows of items last; with rows more, or one less: buttons of the form add and remove rows without script.</summary>
    public static FormValues Of(IFormCollection form, int add = 0, int remove = -1)
    {
        var texts = form.Where(f => !f.Key.StartsWith("items[", StringComparison.Ordinal)).ToDictionary(f => f.Key, f => string.Join('；', f.Value.AsEnumerable()));
        var rows = Enumerable.Range(0, Rows(form)).Where(i => i != remove).OrderBy(i => IsBlank(field => form[$"items[{i}].{field}"].ToString())).ToList();
        for (var place = 0; place < rows.Count; place++)
            foreach (var field in ItemFields) texts[$"items[{place}].{field}"] = form[$"items[{rows[place]}].{field}"].ToString();
        return new FormValues(texts, rows.Count + add);
    }

    /// <summary>The same with names as new items, in place of the blank rows.</summary>
    public static FormValues With(IFormCollection form, IReadOnlyList<string> names)
    {
        var values = Of(form);
        return values.With(names, Filled(values));
    }

    /// <summary>Rows of items that have any text; they stand before the blank ones.</summary>
    public static int Filled(FormValues values) => Enumerable.Range(0, values.Items).TakeWhile(i => !IsBlank(field => values[i, field])).Count();

    /// <summary>The content that the fields mean, and what could not be understood. Rows without any text are left out.</summary>
    public static (ResourceContent Content, List<Fault> Faults) Read(FormValues values, IEnumerable<string> elements)
    {
        var faults = new List<Fault>();
        var content = new ResourceContent
        {
            Name = values["name"], Summary = values["summary"], Theme = values["theme"], SystemName = values["systemName"], Duty = values["duty"], Formats = values["formats"],
            Frequency = Choice<UpdateFrequency>(values["frequency"]), Share = Choice<ShareProperty>(values["share"]), ShareStated = values["share"].Length > 0,
            ShareCondition = values["shareCondition"], ShareReason = values["shareReason"], ShareWays = values["shareWays"], OpenType = Choice<OpenType>(values["openType"]),
            DataLevel = values["dataLevel"], DataUpdatedOn = Day(values["dataUpdatedOn"], faults),
            Elements = elements.Where(key => values[key].Length > 0).ToDictionary(key => key, key => values[key].Trim()),
            Items = [.. Enumerable.Range(0, Filled(values)).Select(i => Item(values, i, faults))],
        };
        return (content, faults);
    }

    private static ItemContent Item(FormValues values, int i, List<Fault> faults) => new()
    {
        Id = long.TryParse(values[i, "id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0,
        Name = values[i, "name"], FieldName = values[i, "fieldName"], DataType = values[i, "dataType"], Length = Length(values[i, "length"], i, faults), Note = values[i, "note"],
        Share = Choice<ShareProperty>(values[i, "share"]), OpenType = Choice<OpenType>(values[i, "openType"]),
        ShareCondition = values.Refuses(i) ? "" : values[i, "terms"], ShareReason = values.Refuses(i) ? values[i, "terms"] : "",
    };

    private static bool IsBlank(Func<string, string> text) => ItemFields.Skip(1).All(field => text(field).Trim().Length == 0);

    private static IEnumerable<(string Field, string Text)> Texts(ItemContent item, ResourceContent of) =>
    [
        ("id", item.Id.ToString(CultureInfo.InvariantCulture)), ("name", item.Name), ("fieldName", item.FieldName), ("dataType", item.DataType), ("length", $"{item.Length}"), ("note", item.Note),
        ("share", $"{item.Share}"), ("terms", of.Refuses(item) ? item.ShareReason : item.ShareCondition), ("openType", $"{item.OpenType}"),
    ];

    // The highest place that was sent; gaps are rows without text.
    private static int Rows(IFormCollection form)
    {
        var rows = 0;
        while (rows <= 2000 && form.ContainsKey($"items[{rows}].name")) rows++;
        return rows;
    }

    private static T? Choice<T>(string text) where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;

    private static int? Length(string text, int item, List<Fault> faults)
    {
        if (text.Trim().Length == 0) return null;
        if (int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length is > 0 and <= 1_000_000) return length;
        faults.Add(new("catalog.item.length.invalid", "第 {0} 个数据项的长度要写 1 到 1,000,000 的数字。", $"items[{item}].length", FaultKind.Invalid, item + 1));
        return null;
    }

    private static DateOnly? Day(string text, List<Fault> faults)
    {
        if (text.Trim().Length == 0) return null;
        if (TypedDay.Read(text) is { } day) return day;
        faults.Add(new("catalog.date.invalid", "日期要写成 2026-11-26 的样子。", "dataUpdatedOn"));
        return null;
    }
}
