namespace Qingdan.Catalog.Systems;

/// <summary>What a person typed about an information system, as typed.</summary>
public sealed record SystemDraft
{
    /// <summary>系统名称.</summary>
    public string Name { get; init; } = "";

    /// <summary>Former and other names, one a line.</summary>
    public string Aliases { get; init; } = "";

    /// <summary>A <see cref="SystemState"/> by its name.</summary>
    public string State { get; init; } = nameof(SystemState.Running);

    /// <summary>A <see cref="ProtectionLevel"/> by its name; empty when not graded.</summary>
    public string Protection { get; init; } = "";

    /// <summary>Who builds and runs it.</summary>
    public string Builder { get; init; } = "";

    /// <summary>Project number.</summary>
    public string Project { get; init; } = "";

    /// <summary>yyyy-MM-dd.</summary>
    public string LaunchedOn { get; init; } = "";

    /// <summary>Remark.</summary>
    public string Note { get; init; } = "";

    /// <summary>Why it is changed; owed when it is stopped.</summary>
    public string Why { get; init; } = "";

    /// <summary>A stored one as its form shows it.</summary>
    internal static SystemDraft Of(InformationSystem s) => new()
    {
        Name = s.Name, Aliases = s.Aliases, State = s.State.ToString(), Protection = $"{s.Protection}", Builder = s.Builder, Project = s.Project,
        LaunchedOn = Platform.Web.Shown.Day(s.LaunchedOn), Note = s.Note,
    };
}
