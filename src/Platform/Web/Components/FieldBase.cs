using Microsoft.AspNetCore.Components;

namespace Qingdan.Platform.Web.Components;

/// <summary>What all fields share: name, label, hint, duty, and the faults that the shell hands down.</summary>
public abstract class FieldBase : ComponentBase
{
    [CascadingParameter] public FormFaults? Faults { get; set; }

    /// <summary>Name in the form; faults are found by it.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    /// <summary>Label, translated.</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>How to fill it, translated.</summary>
    [Parameter] public string? Hint { get; set; }

    /// <summary>Says 必填 instead of 选填. What is missing is said by the server, with all other faults.</summary>
    [Parameter] public bool Required { get; set; }

    /// <summary>Over both columns of a form, or the growing field of a filter.</summary>
    [Parameter] public bool Wide { get; set; }

    /// <summary>Further attributes of the control.</summary>
    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? Further { get; set; }

    /// <summary>Id of the control.</summary>
    protected string Id => FormFaults.IdOf(Name);

    /// <summary>"true" when there is a fault.</summary>
    protected string? Invalid => IsInvalid ? "true" : null;

    /// <summary>Ids of hint and fault.</summary>
    protected string? DescribedBy => (Hint is not null, IsInvalid) switch
    {
        (true, true) => $"{Id}-h {Id}-e",
        (true, false) => $"{Id}-h",
        (false, true) => $"{Id}-e",
        _ => null,
    };

    /// <inheritdoc />
    protected override void OnInitialized() => Faults?.Offer(Name);

    private bool IsInvalid => Faults is not null && Faults[Name].Any();
}
