package dev.keyplan.support;

import dev.keyplan.support.CursorEncoding.Position;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns the place where a page ends into an opaque cursor and back. A cursor is sealed with
 * AES-GCM, and the query it belongs to is authenticated with it: pattern, table, index, condition
 * and arguments. So it opens only where it came from. The size of the pages may change on the way.
 */
public final class Cursors {
  private static final byte VERSION = 1;
  private static final int IV_BYTES = 12;
  private static final int TAG_BYTES = 16;
  private static final int SECRET_BYTES = 16;
  private static final Cursors WITHOUT_SECRET =
      new Cursors("Cursors of Keyplan, sealed without a secret".getBytes(StandardCharsets.UTF_8));

  private final SecretKey sealingKey;
  private final SecretKey ivKey;

  private Cursors(byte[] secret) {
    SecretKey root = new SecretKeySpec(secret, "HmacSHA256");
    this.sealingKey = new SecretKeySpec(hmac(root, new byte[] {VERSION, 'S'}), "AES");
    this.ivKey = new SecretKeySpec(hmac(root, new byte[] {VERSION, 'I'}), "HmacSHA256");
  }

  /**
   * Cursors that guard against mistakes only. Anyone with the source of this class can read the key
   * in a cursor and make one with another key. Such a cursor changes where the query goes on, and
   * how many results its limit has left, but not its key condition: it shows no other items. A key
   * that DynamoDB refuses fails with DynamoDB's own exception. Enough where cursors do not leave
   * the application; give others to those you do not trust only with a secret.
   */
  public static Cursors withoutSecret() {
    return WITHOUT_SECRET;
  }

  /**
   * Cursors that only those who know the secret can make or read.
   *
   * @param secret at least 16 random bytes, the same in all instances of an application
   */
  public static Cursors sealed(byte[] secret) {
    if (secret.length < SECRET_BYTES) {
      throw new IllegalArgumentException("The secret has less than " + SECRET_BYTES + " bytes");
    }
    return new Cursors(secret.clone());
  }

  String seal(Position position, byte[] binding) {
    return seal(CursorEncoding.encode(position), binding);
  }

  String seal(byte[] plain, byte[] binding) {
    // Made from the content, so that equal pages have equal cursors and no two contents share it.
    byte[] iv = Arrays.copyOf(hmac(ivKey, lengthOf(binding), binding, plain), IV_BYTES);
    byte[] sealed;
    try {
      sealed = cipher(Cipher.ENCRYPT_MODE, iv, binding).doFinal(plain);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    ByteBuffer all = ByteBuffer.allocate(1 + IV_BYTES + sealed.length);
    all.put(VERSION).put(iv).put(sealed);
    return text(all.array());
  }

  private static String text(byte[] all) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  Position open(String cursor, byte[] binding) {
    return open(cursor, binding, CursorEncoding::decode);
  }

  interface Decoding<P> {
    P decode(byte[] plain) throws IOException;
  }

  <P> P open(String cursor, byte[] binding, Decoding<P> decoding) {
    try {
      byte[] all = Base64.getUrlDecoder().decode(cursor);
      // Base64 has several texts for the same bytes, of which one was given.
      if (all.length < 1 + IV_BYTES + TAG_BYTES || all[0] != VERSION || !text(all).equals(cursor)) {
        throw new CursorException(null);
      }
      byte[] iv = Arrays.copyOfRange(all, 1, 1 + IV_BYTES);
      byte[] sealed = Arrays.copyOfRange(all, 1 + IV_BYTES, all.length);
      return decoding.decode(cipher(Cipher.DECRYPT_MODE, iv, binding).doFinal(sealed));
    } catch (CursorException e) {
      throw e;
    } catch (GeneralSecurityException | IllegalArgumentException | IOException e) {
      throw new CursorException(e);
    }
  }

  private Cipher cipher(int mode, byte[] iv, byte[] binding) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, sealingKey, new GCMParameterSpec(8 * TAG_BYTES, iv));
    cipher.updateAAD(new byte[] {VERSION});
    cipher.updateAAD(binding);
    return cipher;
  }

  private static byte[] lengthOf(byte[] bytes) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array();
  }

  private static byte[] hmac(SecretKey key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
