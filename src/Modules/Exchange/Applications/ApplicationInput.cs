using Qingdan.Platform.Results;

namespace Qingdan.Exchange.Applications;

/// <summary>What is stated of an application.</summary>
internal sealed record ApplicationInput(string Name, string Purpose, string Allowlist)
{
    private const int MostName = 80, MostPurpose = 500;

    /// <summary>The same without blanks around it.</summary>
    public ApplicationInput Trimmed() => new(Name.Trim(), Purpose.Trim(), string.Join('\n', Allowlist.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));

    /// <summary>All that is wrong with it.</summary>
    public List<Fault> Check() =>
        [.. StatedText.Check(Name, "应用名称", "name", MostName), .. StatedText.Check(Purpose, "用途和运维责任人", "purpose", MostPurpose), .. Applications.Allowlist.Read(Allowlist).Faults];
}
