using System.Globalization;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;

namespace Qingdan.Workflow.Registers;

/// <summary>What a person typed into a row, by the names of the fields.</summary>
public sealed record RegisterDraft(IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The name under which the code of the resource is typed.</summary>
    public const string Code = "code";

    /// <summary>Most figures of a number; those of any id are as many at most.</summary>
    internal const int MostFigures = 18;

    /// <summary>What was typed into a field.</summary>
    public string this[string name] => Values.GetValueOrDefault(name, "");

    /// <summary>A day; null when none was typed, or it is no day.</summary>
    internal DateOnly? Day(string name) => TypedDay.Read(this[name]);

    /// <summary>A whole number; null when none was typed, or it is none.</summary>
    internal long? Number(string name) => this[name].Length <= MostFigures && long.TryParse(this[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A stored row as its form shows it.</summary>
    internal static RegisterDraft Of(RegisterRow r) => new(new Dictionary<string, string>
    {
        ["unit"] = r.UnitId.ToString(CultureInfo.InvariantCulture), ["origin"] = r.Origin, ["way"] = r.Way, ["frequency"] = r.Frequency, ["sinceOn"] = Shown.Day(r.SinceOn), ["dueOn"] = Shown.Day(r.DueOn),
        ["lastOn"] = Shown.Day(r.LastOn), ["endedOn"] = Shown.Day(r.EndedOn), ["rows"] = r.Rows?.ToString(CultureInfo.InvariantCulture) ?? "", ["note"] = r.Note,
    });
}
