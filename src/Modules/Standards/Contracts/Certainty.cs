namespace Qingdan.Standards.Contracts;

/// <summary>How sure we are of a statement. The screen shows it; only <see cref="Law"/> is ever shown as the text of a law.</summary>
public enum Certainty
{
    /// <summary>法条: read in the full text of a law.</summary>
    Law,

    /// <summary>解读: our reading of a law that leaves room.</summary>
    Reading,

    /// <summary>见于资料: found in a guide, a form or a system of practice.</summary>
    Found,

    /// <summary>重构: our reconstruction of a standard whose text is not public to us.</summary>
    Reconstruction,

    /// <summary>未核: from memory, not read.</summary>
    Memory,
}

/// <summary>Chinese names of the degrees of certainty.</summary>
public static class Certainties
{
    /// <summary>The Chinese name.</summary>
    public static string Name(this Certainty certainty) => certainty switch
    {
        Certainty.Law => "法条",
        Certainty.Reading => "解读",
        Certainty.Found => "见于资料",
        Certainty.Reconstruction => "重构",
        _ => "未核",
    };
}
