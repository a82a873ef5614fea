using System.Buffers;
using Qingdan.Exchange.Log;
using Qingdan.Exchange.Log.Spooling;
using Xunit;

namespace Qingdan.Tests.Unit.Exchange;

public sealed class SpoolReaderTests : IDisposable
{
    private const int Records = 6;

    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory("qingdan-spool-").FullName, "00000001.spool");

    [Fact]
    public void Records_are_read_as_they_were_written()
    {
        Put(Write());
        Assert.Equal((Records, SpoolEnd.Whole), Read());
    }

    [Fact]
    public void Any_bit_flipped_is_found_at_its_record()
    {
        var file = Write();
        var ends = Ends(file);
        // Every seventh: each byte, and all bits in turn.
        for (var bit = 0; bit < 8 * file.Length; bit += 7)
        {
            file[bit / 8] ^= (byte)(1 << bit % 8);
            Put(file);
            var (read, end) = Read();
            // A header that still is one tells of another chain, whose first record this is not.
            Assert.True(end == SpoolEnd.Damaged && read == Math.Max(0, ends.Count(e => e <= bit / 8) - 1) || IsOtherHeader(bit / 8, ends), $"bit {bit}: {read} records, {end}");
            file[bit / 8] ^= (byte)(1 << bit % 8);
        }
    }

    [Fact]
    public void A_file_cut_off_anywhere_ends_whole_or_torn_and_never_damaged()
    {
        var file = Write();
        var ends = Ends(file);
        foreach (var length in Enumerable.Range(ends[0], file.Length - ends[0]).Where(l => l % 7 == 0 || ends.Exists(e => Math.Abs(e - l) < 3)))
            foreach (var zeros in (int[])[0, 1, 700])
            {
                Put([.. file[..length], .. new byte[zeros]]);
                var (read, end) = Read();
                Assert.Equal((ends.Count(e => e <= length) - 1, zeros == 0 && ends.Contains(length) ? SpoolEnd.Whole : SpoolEnd.Torn), (read, end));
            }
    }

    [Fact]
    public void A_whole_record_behind_a_torn_one_is_damage()
    {
        var file = Write();
        var ends = Ends(file);
        Put([.. file[..(ends[3] + 100)], .. file[ends[4]..]]);
        Assert.Equal((3, SpoolEnd.Damaged), Read());
    }

    [Fact]
    public void Reading_goes_on_from_a_place()
    {
        Put(Write());
        using var first = SpoolReader.Open(_path);
        for (var i = 0; i < 4; i++) Assert.True(first.Next());
        using var second = SpoolReader.Open(_path);
        second.GoOn(first.Offset, first.Sequence, first.Digest);
        var rest = 0;
        while (second.Next()) rest++;
        Assert.Equal((Records - 4, SpoolEnd.Whole, 11L), (rest, second.End, second.Sequence));
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    private bool IsOtherHeader(int at, List<int> ends)
    {
        using var reader = SpoolReader.Open(_path);
        return at < ends[0] && reader.Header is { } header && header != Header;
    }

    private (int Read, SpoolEnd End) Read()
    {
        using var reader = SpoolReader.Open(_path);
        var read = 0;
        while (reader.Next()) read++;
        return (read, reader.End);
    }

    private void Put(byte[] file) => File.WriteAllBytes(_path, file);

    private static SpoolHeader Header => new(7, 1_795_000_000_000, 6, new string('a', 64));

    private static byte[] Write()
    {
        var (file, line, digest) = (new ArrayBufferWriter<byte>(), new ArrayBufferWriter<byte>(), Convert.FromHexString(Header.Previous));
        file.Write(Header.Write());
        for (var i = 0; i < Records; i++)
        {
            line.ResetWrittenCount();
            CallLine.Write(new CallRecord { Id = i, At = DateTimeOffset.FromUnixTimeMilliseconds(1_795_000_000_000 + i), Sequence = 6 + i, Purpose = "核对", Request = new byte[32] }, line);
            SpoolFrame.Write(file, 6 + i, line.WrittenSpan, digest);
        }
        return file.WrittenSpan.ToArray();
    }

    // Where header and records end.
    private static List<int> Ends(byte[] file)
    {
        var ends = new List<int> { Array.IndexOf(file, (byte)'\n') + 1 };
        while (ends[^1] < file.Length) ends.Add(ends[^1] + SpoolFrame.Head + SpoolFrame.Length(file.AsSpan(ends[^1])) + 1);
        return ends;
    }
}
