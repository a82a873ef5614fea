using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Workflow.Clocks;

/// <summary>Whom a step of escalation goes to.</summary>
internal enum EscalatedTo
{
    /// <summary>承办单位: whose duty the term is; the data centre where it is its own.</summary>
    Owner,

    /// <summary>主管部门.</summary>
    Authority,
}

/// <summary>提醒和升级: who is told at which number of working days before or after the last day. A practice, no text of a law, and shown as such.</summary>
/// <param name="Code">Its name in the trace.</param>
/// <param name="Name">What happens, Chinese.</param>
/// <param name="WorkingDaysLeft">From so many on; negative when late.</param>
/// <param name="To">To whom.</param>
/// <param name="Roles">Which of their people.</param>
/// <param name="Source">Where the rule comes from.</param>
/// <param name="Certainty">How sure we are of it.</param>
internal sealed record Escalation(string Code, string Name, int WorkingDaysLeft, EscalatedTo To, string[] Roles, string Source, Certainty Certainty)
{
    private static readonly JsonSerializerOptions Format = new(JsonText.Readable) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The steps, from the first reminder to the last.</summary>
    public static IReadOnlyList<Escalation> Steps { get; } = Load();

    private static List<Escalation> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Qingdan.Workflow.Data.escalations.json")!;
        return JsonSerializer.Deserialize<List<Escalation>>(stream, Format)!;
    }
}

/// <summary>What was said of a term that ends on a day, so that it is said once.</summary>
internal sealed class ClockWarning
{
    public long ClockId { get; init; }

    /// <summary><see cref="Escalation.Code"/>.</summary>
    public required string Code { get; init; }

    public DateOnly DueOn { get; init; }
    public DateTimeOffset At { get; init; }
}
