using System.Collections;

namespace MyBudget.BankFiles;

/// <summary>
/// The entries of one account, kept as bytes in a quarter of the memory that objects need: a large file has very many. Each is made anew
/// whenever it is asked for.
/// </summary>
internal sealed class BankEntries : IReadOnlyList<BankEntry>
{
    private const int ChunkBytes = 64 * 1024;

    private readonly List<byte[]> _chunks = [];
    private readonly List<Place> _places = [];
    private readonly Dictionary<int, BankEntry> _others = [];
    private Func<string, bool> _isId = _ => true;
    private int _used = ChunkBytes;

    public int Count => _places.Count;

    public BankEntry this[int index]
    {
        get
        {
            var place = _places[index];
            var entry = _others.GetValueOrDefault(index) ?? Read(place);
            return entry.BankId is { } id && !_isId(id) ? entry with { BankId = null } : entry;
        }
    }

    public void Add(BankEntry entry)
    {
        // Few entries have parts or correct another: those are kept as they are.
        var isOther = entry.Splits.Count > 0 || entry.Corrects is not null;
        if (isOther) _others.Add(_places.Count, entry);
        _places.Add(isOther ? default : Store(Pack(entry)));
    }

    /// <summary>What the bank calls ids, but are none, is left out from now on.</summary>
    public void DropIds(Func<string, bool> isNone) => _isId = id => !isNone(id);

    public IEnumerator<BankEntry> GetEnumerator() => Enumerable.Range(0, Count).Select(index => this[index]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Place Store(byte[] packed)
    {
        if (_used + packed.Length > ChunkBytes)
        {
            _chunks.Add(new byte[Math.Max(ChunkBytes, packed.Length)]);
            _used = 0;
        }

        packed.CopyTo(_chunks[^1].AsSpan(_used));
        _used += packed.Length;
        return new Place(_chunks.Count - 1, _used - packed.Length);
    }

    private static byte[] Pack(BankEntry entry)
    {
        string?[] texts = [entry.Payee, entry.Memo, entry.BankId, entry.Currency, entry.CheckNumber, entry.CategoryHint, entry.TransferAccount];
        using var packed = new MemoryStream();
        using var writer = new BinaryWriter(packed);
        writer.Write7BitEncodedInt(entry.Line);
        writer.Write7BitEncodedInt(entry.Date.DayNumber);
        writer.Write(entry.Amount);
        writer.Write((byte)(entry.Pending is { } isPending ? isPending ? 2 : 1 : 0));
        writer.Write((byte)texts.Index().Sum(text => text.Item is null ? 0 : 1 << text.Index));
        foreach (var text in texts.OfType<string>()) writer.Write(text);
        return packed.ToArray();
    }

    private BankEntry Read(Place place)
    {
        var chunk = _chunks[place.Chunk];
        using var reader = new BinaryReader(new MemoryStream(chunk, place.Offset, chunk.Length - place.Offset, writable: false));
        var (line, date, amount) = (reader.Read7BitEncodedInt(), DateOnly.FromDayNumber(reader.Read7BitEncodedInt()), reader.ReadDecimal());
        bool? isPending = reader.ReadByte() switch { 0 => null, var told => told == 2 };
        var present = reader.ReadByte();
        return new BankEntry(line, date, amount, Text(0), Text(1), Text(2), Text(3), Text(4), Text(5), isPending) { TransferAccount = Text(6) };

        string? Text(int index) => (present & (1 << index)) == 0 ? null : reader.ReadString();
    }

    private readonly record struct Place(int Chunk, int Offset);
}
