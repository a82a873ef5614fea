namespace Qingdan.Platform.Web;

/// <summary>Class and icon of a tone.</summary>
public static class Tones
{
    /// <summary>The class that colours it; empty for idle.</summary>
    public static string Css(this Tone tone) => tone is Tone.Idle ? "" : $"q-{Word(tone)}";

    /// <summary>The class of a share of a meter or chart.</summary>
    public static string Fill(this Tone tone) => $"q-fill-{(tone is Tone.Open ? "none" : Word(tone))}";

    /// <summary>The class of a node of a layered picture.</summary>
    public static string Node(this Tone tone) => $"q-node q-node-{Word(tone)}";

    /// <summary>The icon unless a page names a better one.</summary>
    public static string Icon(this Tone tone) => tone switch
    {
        Tone.Ok => "check-circle-fill",
        Tone.Warn => "exclamation-triangle-fill",
        Tone.Bad => "exclamation-octagon-fill",
        Tone.Info => "info-circle-fill",
        Tone.Open => "patch-question",
        _ => "dash-circle",
    };

    private static string Word(Tone tone) => tone switch
    {
        Tone.Ok => "ok",
        Tone.Warn => "warn",
        Tone.Bad => "bad",
        Tone.Info => "info",
        Tone.Open => "open",
        _ => "idle",
    };
}
